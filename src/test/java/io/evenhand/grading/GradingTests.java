package io.evenhand.grading;

import static io.evenhand.grading.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.evenhand.guard.Flag;
import io.evenhand.question.Points;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradingTests {

    private static final Instant LATER = NOW.plusSeconds(60);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    QUEUED       | claimed  | GRADING
                    GRADING      | claimed  | GRADING
                    GRADED       | claimed  | GRADED
                    PROVISIONAL  | claimed  | PROVISIONAL
                    NEEDS_REVIEW | claimed  | NEEDS_REVIEW
                    UNGRADED     | claimed  | UNGRADED
                    QUEUED       | released | QUEUED
                    GRADING      | released | QUEUED
                    GRADED       | released | GRADED
                    PROVISIONAL  | released | PROVISIONAL
                    NEEDS_REVIEW | released | NEEDS_REVIEW
                    UNGRADED     | released | UNGRADED
                    GRADING      | byModel  | GRADED
                    GRADING      | fallback | PROVISIONAL
                    GRADING      | doubtful | NEEDS_REVIEW
                    GRADED       | byModel  | GRADED
                    PROVISIONAL  | byModel  | GRADED
                    PROVISIONAL  | doubtful | NEEDS_REVIEW
                    NEEDS_REVIEW | byModel  | GRADED
                    UNGRADED     | byModel  | GRADED
                    UNGRADED     | fallback | PROVISIONAL
                    GRADING      | ungraded | UNGRADED
                    UNGRADED     | ungraded | UNGRADED
                    QUEUED       | cancel   | CANCELLED
                    GRADING      | cancel   | CANCELLED
                    GRADED       | resubmit | GRADED
                    QUEUED       | resubmit | QUEUED
                    GRADED       | review   | REVIEWED
                    PROVISIONAL  | review   | REVIEWED
                    NEEDS_REVIEW | review   | REVIEWED
                    UNGRADED     | review   | REVIEWED
                    REVIEWED     | review   | REVIEWED
                    """)
    void movesOn(GradingStatus from, String move, GradingStatus to) {
        assertThat(move(move).apply(in(from)).status()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEWED, claimed",
        "REVIEWED, released",
        "REVIEWED, byModel",
        "REVIEWED, fallback",
        "REVIEWED, ungraded",
        "REVIEWED, cancel",
        "REVIEWED, resubmit",
        "CANCELLED, claimed",
        "CANCELLED, released",
        "CANCELLED, byModel",
        "CANCELLED, fallback",
        "CANCELLED, ungraded",
        "CANCELLED, cancel",
        "CANCELLED, resubmit",
        "GRADED, cancel",
        "PROVISIONAL, cancel",
        "NEEDS_REVIEW, cancel",
        "UNGRADED, cancel",
        "QUEUED, review",
        "GRADING, review",
        "CANCELLED, review"
    })
    void refusesToMove(GradingStatus from, String move) {
        assertThatIllegalStateException().isThrownBy(() -> move(move).apply(in(from)));
    }

    @ParameterizedTest
    @CsvSource({"claimed", "released", "byModel", "ungraded", "cancel", "resubmit"})
    void everyMoveIsAVersion(String move) {
        Grading grading = in(GradingStatus.GRADING);

        assertThat(move(move).apply(grading).version()).isEqualTo(grading.version() + 1);
    }

    @Test
    void aClaimIsAnAttemptWithALease() {
        Grading claimed = Samples.queued().claimed(LATER);

        assertThat(claimed.attempt()).isEqualTo(1);
        assertThat(claimed.isHeldAt(NOW)).isTrue();
        assertThat(claimed.isHeldAt(LATER)).isFalse();
        assertThat(claimed.claimed(LATER).attempt()).isEqualTo(2);
        assertThat(claimed.revision()).isZero();
    }

    @Test
    void lettingGoEndsTheLeaseAndKeepsTheAttempt() {
        Grading released = Samples.queued().claimed(LATER).released(Optional.of(LATER));

        assertThat(released.isHeldAt(NOW)).isFalse();
        assertThat(released.attempt()).isEqualTo(1);
        assertThat(released.retryAt()).contains(LATER);
    }

    @Test
    void aGradeIsARevisionAndEndsTheLease() {
        Grading graded = move("byModel").apply(Samples.queued().claimed(LATER));

        assertThat(graded.revision()).isEqualTo(1);
        assertThat(graded.isHeldAt(NOW)).isFalse();
        assertThat(graded.gradedAt()).contains(NOW);
        assertThat(graded.flags()).extracting(Flag::code).containsExactly(Flag.Code.HEDGING);
        assertThat(move("byModel").apply(graded).revision()).isEqualTo(2);
    }

    @Test
    void whatIsGradedAgainKeepsItsGradeUntilTheNewOneIsThere() {
        Grading again = in(GradingStatus.PROVISIONAL).claimed(LATER);

        assertThat(again.grade()).isPresent();
        assertThat(again.revision()).isEqualTo(1);
    }

    @Test
    void aGradeAndNoGradeReplaceEachOther() {
        Grading ungraded = move("ungraded").apply(in(GradingStatus.GRADED));
        Grading graded = move("byModel").apply(ungraded);

        assertThat(ungraded.grade()).isEmpty();
        assertThat(ungraded.noGrade()).isPresent();
        assertThat(graded.grade()).isPresent();
        assertThat(graded.noGrade()).isEmpty();
    }

    @Test
    void aDecisionIsARevisionAndEndsWhateverAMachineDoes() {
        Grading reviewed = move("review").apply(in(GradingStatus.PROVISIONAL).claimed(LATER));

        assertThat(reviewed.revision()).isEqualTo(2);
        assertThat(reviewed.isHeldAt(NOW)).isFalse();
        assertThat(reviewed.retryAt()).isEmpty();
        assertThat(reviewed.gradedAt()).contains(NOW);
        assertThat(move("review").apply(reviewed).revision()).isEqualTo(3);
    }

    @Test
    void theMachinesGradeStaysBesideEveryDecision() {
        Grade machine = in(GradingStatus.GRADED).grade().orElseThrow();
        Grading twice = move("review").apply(move("review").apply(in(GradingStatus.GRADED)));

        assertThat(twice.grade().orElseThrow().score()).isEqualTo(Points.of(1));
        assertThat(twice.machineGrade()).contains(machine);
    }

    @ParameterizedTest
    @CsvSource({
        "REASON, REASON, false, REASON",
        "REASON, RANDOM, false, RANDOM",
        "RANDOM, REASON, false, RANDOM",
        "REASON, REASON, true, RANDOM"
    })
    void whatWasOnceChosenAtRandomStaysSo(
            Selection first, Selection second, boolean sampled, Selection expected) {
        Grading graded = in(sampled ? GradingStatus.NEEDS_REVIEW : GradingStatus.GRADED);

        Grading reviewed = reviewed(reviewed(graded, first), second);

        assertThat(reviewed.review().orElseThrow().selection()).isEqualTo(expected);
    }

    private static Grading reviewed(Grading grading, Selection selection) {
        Review by = Review.by("key:1", Optional.of("half"), LATER, selection);
        return grading.reviewed(Samples.decided(Points.of(1)), by);
    }

    private static UnaryOperator<Grading> move(String name) {
        return switch (name) {
            case "claimed" -> grading -> grading.claimed(LATER);
            case "released" -> grading -> grading.released(Optional.empty());
            case "byModel" -> grading -> graded(grading, Samples.byModel());
            case "fallback" ->
                    grading -> graded(grading, Samples.byFallback(FallbackReason.DEADLINE));
            case "doubtful" ->
                    grading ->
                            graded(
                                    grading,
                                    Samples.byModel()
                                            .withReviewReasons(List.of(ReviewReason.SAMPLED)));
            case "ungraded" ->
                    grading ->
                            grading.ungraded(
                                    Samples.noGrade(UngradedReason.NEEDS_MODEL),
                                    List.of(),
                                    Optional.empty(),
                                    NOW);
            case "cancel" -> grading -> grading.cancelled(CancelReason.ON_REQUEST);
            case "review" -> grading -> reviewed(grading, Selection.REASON);
            case "resubmit" -> grading -> grading.resubmitted(Samples.submission("So."), NOW);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Grading graded(Grading grading, Grade grade) {
        return grading.graded(
                grade, List.of(Samples.flag(Flag.Code.HEDGING)), Optional.empty(), NOW);
    }

    private static Grading in(GradingStatus status) {
        Grading claimed = Samples.queued().claimed(LATER);
        return switch (status) {
            case QUEUED -> Samples.queued();
            case GRADING -> claimed;
            case GRADED -> move("byModel").apply(claimed);
            case PROVISIONAL -> move("fallback").apply(claimed);
            case NEEDS_REVIEW -> move("doubtful").apply(claimed);
            case UNGRADED -> move("ungraded").apply(claimed);
            case CANCELLED -> move("cancel").apply(claimed);
            case REVIEWED -> move("review").apply(move("byModel").apply(claimed));
        };
    }
}
