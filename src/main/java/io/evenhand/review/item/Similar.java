package io.evenhand.review.item;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenhand.grading.Grading;
import io.evenhand.guard.Embedder;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Words;
import io.evenhand.review.queue.Desk;
import io.evenhand.review.queue.Queue;
import io.evenhand.review.queue.QueueFilter;
import io.evenhand.review.queue.QueueItem;
import io.evenhand.review.queue.Tab;
import io.evenhand.review.queue.Workbench;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Finds reviewed answers to the same question that are near to one in meaning. */
@Component
class Similar implements DisposableBean {

    /** Each costs some ten milliseconds the first time. */
    private static final int COMPARED = 40;

    private static final int SHOWN = 5;
    private static final int LONGEST = 2_000;
    private static final int CUT = 300;
    private static final int REMEMBERED = 2_000;

    private final Scheduler thread = Schedulers.newBoundedElastic(1, 100, "similar", 60, true);
    private final Cache<Sha256, Optional<float[]>> vectors =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Workbench workbench;
    private final Optional<Embedder> embedder;

    Similar(Workbench workbench, Optional<Embedder> embedder) {
        this.workbench = workbench;
        this.embedder = embedder;
    }

    /** The nearest first; without vectors, in the order of the queue. */
    Mono<List<Neighbour>> to(Workbench.Entry entry, Desk desk) {
        QueueItem item = entry.item();
        QueueFilter reviewed = QueueFilter.all(Tab.REVIEWED).about(item.questionKey());
        Queue.Page page =
                new Queue.Page(
                        item.tenant(), reviewed, Optional.empty(), Optional.empty(), COMPARED);
        return workbench.page(page).publishOn(thread).map(others -> nearest(entry, others, desk));
    }

    private List<Neighbour> nearest(
            Workbench.Entry entry, List<Workbench.Entry> others, Desk desk) {
        Optional<float[]> own = vector(entry.grading());
        return others.stream()
                .filter(other -> !other.item().id().equals(entry.item().id()))
                .filter(other -> !isKept(other, desk))
                .map(other -> neighbour(own, other.grading()))
                .sorted(Comparator.comparingDouble(Neighbour::near).reversed())
                .limit(SHOWN)
                .toList();
    }

    /** What a second reader is to judge unseen. */
    private static boolean isKept(Workbench.Entry other, Desk desk) {
        return other.item().waiting()
                && other.grading()
                        .review()
                        .filter(by -> by.reviewer().equals(desk.name()))
                        .isEmpty();
    }

    private Neighbour neighbour(Optional<float[]> own, Grading grading) {
        double near = own.flatMap(a -> vector(grading).map(b -> cosine(a, b))).orElse(Double.NaN);
        return new Neighbour(
                Words.cut(grading.submission().answer(), CUT),
                grading.grade()
                        .map(
                                g ->
                                        CriterionView.plain(g.score())
                                                + " of "
                                                + CriterionView.plain(g.maxScore()))
                        .orElse(""),
                grading.review().map(review -> review.reviewer()).orElse(""),
                near);
    }

    private Optional<float[]> vector(Grading grading) {
        String answer = grading.submission().answer();
        String start = answer.substring(0, Math.min(answer.length(), LONGEST));
        return embedder.flatMap(
                model -> {
                    Sha256 key = Sha256.of(start);
                    Optional<float[]> known = vectors.getIfPresent(key);
                    if (known != null) {
                        return known;
                    }
                    Optional<float[]> made = model.embed(start);
                    made.ifPresent(vector -> vectors.put(key, made));
                    return made;
                });
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }

    @Override
    public void destroy() {
        thread.dispose();
    }

    /**
     * An answer that is near.
     *
     * @param near cosine, -1 to 1; not a number if no vectors could be had
     */
    public record Neighbour(String answer, String score, String reviewer, double near) {

        public String percent() {
            return Double.isNaN(near) ? "" : Words.percent(Math.max(0, near)) + " alike";
        }
    }
}
