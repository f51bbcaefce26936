package io.evenhand.semantic.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FindingsTests {

    private static final List<Criterion> CRITERIA =
            List.of(
                    Criterion.of("heavy", "Names the cause", Points.of(6)),
                    Criterion.of("light", "Names a remedy", Points.of(2)),
                    Criterion.of("lie", "States something false", Points.of(-2)));

    private static final List<Optional<Finding>> FINDINGS =
            List.of(finding(.8), finding(.4), Optional.empty());

    @Test
    void meetsTheWholeAnswerHalfwayWhereThatEarnsLess() {
        List<Optional<Finding>> tempered =
                Findings.tempered(CRITERIA, FINDINGS, OptionalDouble.of(.5));

        assertThat(earned(tempered)).isCloseTo((.7 + .5) / 2 * 8, within(.001));
        assertThat(tempered.getFirst().orElseThrow().share())
                .isGreaterThan(tempered.get(1).orElseThrow().share());
        assertThat(tempered.getLast()).isEmpty();
    }

    @Test
    void leavesCriteriaThatEarnLessThanTheWholeAnswer() {
        // (6 * .8 + 2 * .4) / 8
        assertThat(Findings.tempered(CRITERIA, FINDINGS, OptionalDouble.of(.71)))
                .isEqualTo(FINDINGS);
        assertThat(Findings.tempered(CRITERIA, FINDINGS, OptionalDouble.of(.69)))
                .isNotEqualTo(FINDINGS);
    }

    @Test
    void leavesCriteriaWhereThereIsNoModelAnswer() {
        assertThat(Findings.tempered(CRITERIA, FINDINGS, OptionalDouble.empty()))
                .isEqualTo(FINDINGS);
    }

    @Test
    void givesPiecesOfAModelAnswerExactlyWhatTheWholeAnswerEarns() {
        assertThat(earned(Findings.adjusted(CRITERIA, FINDINGS, OptionalDouble.of(.9))))
                .isCloseTo(.9 * 8, within(.001));
    }

    private static double earned(List<Optional<Finding>> findings) {
        return 6 * findings.get(0).orElseThrow().share()
                + 2 * findings.get(1).orElseThrow().share();
    }

    private static Optional<Finding> finding(double share) {
        return Optional.of(new Finding(share, List.of("words"), 0));
    }
}
