package io.evenhand.authoring.preview;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.Sha256;
import java.util.Comparator;
import java.util.List;

/**
 * Which of the graded answers a preview looks at.
 *
 * @param size how many
 * @param of how many there were
 * @param seed the same one picks the same of the same answers; one more answer changes at most one
 */
public record Sample(int size, int of, long seed) {

    /** Picks by the order of hashes, which has nothing to do with time or score. */
    static List<GradingId> pick(List<GradingId> all, int size, long seed) {
        return all.size() <= size
                ? all
                : all.stream()
                        .sorted(Comparator.comparing(id -> Sha256.of(seed + ":" + id).value()))
                        .limit(size)
                        .sorted(Comparator.comparing(GradingId::value))
                        .toList();
    }
}
