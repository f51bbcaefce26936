package io.evenhand.authoring.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingIds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleTests {

    private final GradingIds ids = new GradingIds();
    private final List<GradingId> all = Stream.generate(ids::next).limit(1000).toList();

    @Test
    void oneMoreAnswerChangesAtMostOne() {
        List<GradingId> more = new ArrayList<>(all);
        more.add(ids.next());

        List<GradingId> before = Sample.pick(all, 20, 7);
        List<GradingId> kept = new ArrayList<>(Sample.pick(more, 20, 7));
        kept.retainAll(before);

        assertThat(before).hasSize(20);
        assertThat(kept).hasSizeGreaterThanOrEqualTo(19);
    }

    @Test
    void picksFromAllOfThemAlike() {
        long early =
                Stream.iterate(0L, seed -> seed + 1)
                        .limit(50)
                        .flatMap(seed -> Sample.pick(all, 20, seed).stream())
                        .filter(id -> all.indexOf(id) < 500)
                        .count();

        assertThat(early).isBetween(400L, 600L);
    }

    @Test
    void takesAllWhereThereAreNoMore() {
        assertThat(Sample.pick(all, 1000, 1)).isEqualTo(all);
        assertThat(Sample.pick(List.of(), 5, 1)).isEmpty();
    }
}
