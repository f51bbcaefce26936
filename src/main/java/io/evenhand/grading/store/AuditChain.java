package io.evenhand.grading.store;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.Provenance;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chains the history of a grading: each entry's hash covers the entry and the hash before it, so
 * that a change of any of them shows. The first one stands on the grading's own id.
 */
public final class AuditChain {

    private AuditChain() {}

    public static Sha256 start(TenantId tenant, GradingId id) {
        return Sha256.of(line(List.of(tenant.value(), id.value())));
    }

    /**
     * The place of the first entry that is not what was appended there, counted from 1; empty if
     * the history is whole. Entries that are missing at the end do not show here.
     *
     * @param entries all of the grading's history, oldest first
     */
    public static Optional<Integer> broken(
            TenantId tenant, GradingId id, List<HistoryEntry> entries) {
        Sha256 before = start(tenant, id);
        for (int i = 0; i < entries.size(); i++) {
            HistoryEntry entry = entries.get(i);
            if (entry.seq() != i + 1 || !entry.hash().equals(hash(before, entry))) {
                return Optional.of(entry.seq());
            }
            before = entry.hash();
        }
        return Optional.empty();
    }

    /** The hash that an entry has after another; the entry's own is not looked at. */
    static Sha256 hash(Sha256 before, HistoryEntry entry) {
        List<String> parts = new ArrayList<>();
        parts.add(before.value());
        parts.add(Integer.toString(entry.seq()));
        parts.add(entry.at().toString());
        parts.add(entry.event().name());
        parts.add(entry.actor());
        parts.add(entry.status().name());
        parts.add(Integer.toString(entry.revision()));
        parts.add(entry.score().map(Points::toString).orElse(""));
        parts.add(entry.contentHash().value());
        // only where there is one: entries of before there were any keep their hashes
        entry.cause().ifPresent(parts::add);
        entry.grader().ifPresent(grader -> parts.addAll(grader(grader)));
        return Sha256.of(line(parts));
    }

    /** Field by field rather than as stored JSON, which a later version may write differently. */
    private static List<String> grader(Provenance grader) {
        List<String> parts = new ArrayList<>(uncalibrated(grader));
        // only where there is one: entries of before there were any keep their hashes
        grader.calibrated()
                .ifPresent(
                        by -> {
                            parts.add(Integer.toString(by.reviews()));
                            parts.add(Double.toString(by.prior()));
                            parts.add(Double.toString(by.expected()));
                            parts.add(Double.toString(by.spread()));
                        });
        return parts;
    }

    private static List<String> uncalibrated(Provenance grader) {
        return List.of(
                grader.kind().name(),
                grader.model().orElse(""),
                grader.prompt().orElse(""),
                grader.promptHash().map(Sha256::value).orElse(""),
                grader.rubricHash().value(),
                grader.fallbackReason().map(FallbackReason::name).orElse(""),
                Integer.toString(grader.attempts()));
    }

    /** Every part with its length before it, so that no two lists give the same line. */
    private static String line(List<String> parts) {
        StringBuilder line = new StringBuilder();
        parts.forEach(part -> line.append(part.length()).append(':').append(part));
        return line.toString();
    }
}
