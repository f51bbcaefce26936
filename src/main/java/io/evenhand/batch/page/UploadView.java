package io.evenhand.batch.page;

import io.evenhand.batch.BatchStatus;
import io.evenhand.batch.web.BatchView;
import io.evenhand.batch.web.RejectedView;
import io.evenhand.grading.GradingStatus;
import io.evenhand.platform.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A batch as its page shows it, ready to print.
 *
 * @param held whether nothing is graded yet and somebody has to say that it may be
 * @param piloted whether its pilot is graded and somebody has to say that it goes on
 * @param over whether nothing more becomes of it by itself
 * @param settled how many are not open any more
 * @param counts by status
 * @param unlisted wrong lines that are too many to be listed
 */
public record UploadView(
        String id,
        String status,
        String statusName,
        boolean held,
        boolean piloted,
        boolean over,
        int total,
        int settled,
        String percent,
        Map<String, Integer> counts,
        String left,
        Optional<String> cost,
        String came,
        int rejected,
        List<Wrong> wrong,
        int unlisted) {

    private static final int MINUTES = "2026-01-31T12:00".length();

    static UploadView of(BatchView batch) {
        int open = open(batch);
        int settled = batch.total() - open;
        boolean paused = batch.status() == BatchStatus.PAUSED;
        return new UploadView(
                batch.id(),
                words(batch, paused && settled == 0),
                batch.status().name(),
                paused && settled == 0,
                paused && settled > 0,
                batch.completedAt() != null,
                batch.total(),
                settled,
                batch.total() == 0 ? "" : Math.round(100.0 * settled / batch.total()) + " %",
                counts(batch),
                Optional.ofNullable(batch.etaSeconds()).map(UploadView::left).orElse(""),
                Optional.ofNullable(batch.cost()).map(c -> c.amount() + " " + c.currency()),
                minute(batch.createdAt()),
                batch.rejectedCount(),
                batch.rejected().stream().map(Wrong::of).toList(),
                batch.rejectedCount() - batch.rejected().size());
    }

    private static int open(BatchView batch) {
        return batch.counts().getOrDefault(GradingStatus.QUEUED, 0)
                + batch.counts().getOrDefault(GradingStatus.GRADING, 0);
    }

    private static Map<String, Integer> counts(BatchView batch) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        batch.counts().forEach((status, count) -> counts.put(words(status.name()), count));
        return counts;
    }

    private static String words(BatchView batch, boolean held) {
        return held ? "waits for you" : words(batch.status().name());
    }

    static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String minute(Instant at) {
        return at.toString().substring(0, MINUTES).replace('T', ' ');
    }

    private static String left(long seconds) {
        Duration left = Duration.ofSeconds(seconds);
        if (left.toMinutes() < 2) {
            return "about " + Math.max(1, seconds) + " s left";
        }
        return left.toHours() < 2
                ? "about " + left.toMinutes() + " min left"
                : "about " + left.toHours() + " h left";
    }

    /** A line that became nothing, and why. */
    public record Wrong(int line, String customId, List<String> why) {

        static Wrong of(RejectedView rejected) {
            List<String> why = rejected.errors().stream().map(Wrong::said).toList();
            return new Wrong(
                    rejected.line(),
                    Optional.ofNullable(rejected.customId()).orElse(""),
                    why.isEmpty() ? List.of(words(rejected.code())) : why);
        }

        private static String said(Violation violation) {
            String field = Optional.ofNullable(violation.pointer()).orElse("").replace("/", "");
            return (field.isEmpty() ? "The line" : field) + " " + violation.message();
        }
    }
}
