package io.evenhand.grading.store;

import static io.evenhand.grading.Samples.NOW;
import static io.evenhand.grading.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.grading.Calibrated;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.Lesson;
import io.evenhand.grading.Lessons;
import io.evenhand.grading.Provenance;
import io.evenhand.grading.QuestionKey;
import io.evenhand.grading.Review;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Selection;
import io.evenhand.grading.Submission;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.TestVaults;
import io.evenhand.question.Points;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every store keeps of reviews to learn from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReviewedAnswersContract {

    private static final GradingId NEW = new GradingId("01JD0000000000000000000000");
    private static final Submission MINE = Samples.submission("An answer.", "c-1", "mine");
    private static final Submission OTHER = Samples.submission("Another.", "c-1", "other");

    private final StorageJson json = new StorageJson();
    private TestDatabase database;
    private JdbcGradings gradings;
    private JdbcReviewedAnswers reviewed;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        database = database();
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        gradings =
                new JdbcGradings(
                        database.operations(),
                        json,
                        TestVaults.vault(),
                        new SettableClock(),
                        moved -> {});
        reviewed = new JdbcReviewedAnswers(database.jdbc(), json, TestVaults.vault());
        database.clear();
    }

    @Test
    void holdsWhatTheMachineAndThePersonGave() {
        reviewed(MINE, Samples.byModel(), Selection.RANDOM, 6, NOW);

        assertThat(about(MINE, GraderKind.LLM).ofQuestion())
                .containsExactly(new Lesson("An answer.", 3.5 / 8, 6.0 / 8));
    }

    @Test
    void holdsRandomSamplesOnly() {
        reviewed(MINE, Samples.byModel(), Selection.REASON, 6, NOW);
        assertThat(about(MINE, GraderKind.LLM).ofQuestion()).isEmpty();

        Grade sampled = Samples.byModel().withReviewReasons(List.of(ReviewReason.SAMPLED));
        reviewed(MINE, sampled, Selection.REASON, 6, NOW);
        assertThat(about(MINE, GraderKind.LLM).ofQuestion()).hasSize(1);
    }

    @Test
    void aLaterDecisionTakesThePlaceOfTheFirst() {
        Grading first = reviewed(MINE, Samples.byModel(), Selection.RANDOM, 6, NOW);
        review(first, Selection.REASON, 2, NOW);

        assertThat(about(MINE, GraderKind.LLM).ofQuestion())
                .extracting(Lesson::human)
                .containsExactly(.25);
    }

    @Test
    void keepsGradersApart() {
        reviewed(MINE, Samples.byModel(), Selection.RANDOM, 6, NOW);
        reviewed(MINE, Samples.byFallback(FallbackReason.DEADLINE), Selection.RANDOM, 1, NOW);

        assertThat(about(MINE, GraderKind.LLM).ofQuestion())
                .extracting(Lesson::human)
                .containsExactly(.75);
        assertThat(about(MINE, GraderKind.SEMANTIC).ofQuestion())
                .extracting(Lesson::human)
                .containsExactly(.125);
    }

    @Test
    void keepsTenantsApart() {
        reviewed(MINE, Samples.byModel(), Selection.RANDOM, 6, NOW);
        Lessons rival =
                database.inTransaction(
                        () ->
                                reviewed.about(
                                        new TenantId("rival"),
                                        QuestionKey.of(MINE, json),
                                        GraderKind.LLM,
                                        NEW));

        assertThat(rival.ofQuestion()).isEmpty();
    }

    @Test
    void neverTellsAnAnswerItsOwnReview() {
        Grading own = reviewed(MINE, Samples.byModel(), Selection.RANDOM, 6, NOW);

        assertThat(about(MINE, GraderKind.LLM, own.id()).ofQuestion()).isEmpty();
    }

    @Test
    void forgetsWhatIsErased() {
        Grading erased = reviewed(MINE, Samples.byModel(), Selection.RANDOM, 6, NOW);
        Grading gone = reviewed(MINE, Samples.byModel(), Selection.RANDOM, 5, NOW);
        reviewed(MINE, Samples.byModel(), Selection.RANDOM, 4, NOW);
        change(
                "update grading set answer = '', submission = '{}', result = '{}', salt = null",
                erased);
        change("delete from grading", gone);

        assertThat(about(MINE, GraderKind.LLM).ofQuestion())
                .extracting(Lesson::human)
                .containsExactly(.5);
    }

    @Test
    void givesTheNewestFiftyTheNewestFirst() {
        for (int i = 0; i < Lessons.MOST + 3; i++) {
            reviewed(MINE, Samples.byModel(), Selection.RANDOM, i % 8, NOW.plusSeconds(i));
        }

        assertThat(about(MINE, GraderKind.LLM).ofQuestion())
                .hasSize(Lessons.MOST)
                .extracting(Lesson::human)
                .startsWith(4 / 8.0, 3 / 8.0, 2 / 8.0);
    }

    @Test
    void tellsTheDriftOnOtherQuestionsOnceItSuffices() {
        for (int i = 0; i < 4; i++) {
            reviewed(MINE, Samples.byModel(), Selection.RANDOM, 8, NOW);
            reviewed(OTHER, Samples.byModel(), Selection.RANDOM, 4 + i % 2, NOW);
        }
        reviewed(OTHER, Samples.byFallback(FallbackReason.DEADLINE), Selection.RANDOM, 0, NOW);
        assertThat(about(MINE, GraderKind.LLM).ofOthers()).isZero();

        reviewed(MINE, Samples.byModel(), Selection.RANDOM, 8, NOW);
        Lessons lessons = about(MINE, GraderKind.LLM);

        assertThat(lessons.ofQuestion()).hasSize(5);
        assertThat(lessons.ofOthers()).isEqualTo(4);
        assertThat(lessons.drift()).isCloseTo(1.0 / 8, within(1e-9));
    }

    @Test
    void remembersWhatTheGraderGaveBeforeItWasCalibrated() {
        Grade calibrated =
                Samples.grade(
                        Samples.byFallback(FallbackReason.DEADLINE)
                                .grader()
                                .calibratedBy(new Calibrated(7, .25, .4, .2)));
        reviewed(MINE, calibrated, Selection.RANDOM, 4, NOW);

        assertThat(about(MINE, GraderKind.SEMANTIC).ofQuestion())
                .extracting(Lesson::prior)
                .containsExactly(.25);
    }

    @Test
    void aQuestionOfTheBankStaysItselfAndAnInlineOneIsItsTextAndRubric() {
        Submission inline = Samples.submission("So.");
        Submission renumbered =
                MINE.with(
                        MINE.question()
                                .in(Optional.of(new io.evenhand.question.QuestionRef("mine", 4))));

        assertThat(QuestionKey.of(renumbered, json)).isEqualTo(QuestionKey.of(MINE, json));
        assertThat(QuestionKey.of(inline, json))
                .isEqualTo(QuestionKey.of(Samples.submission("Else."), json))
                .isNotEqualTo(QuestionKey.of(MINE, json));
    }

    @Test
    void theAuditOfACalibratedGradeVerifiesAndGuardsTheCalibration() {
        Provenance grader = Samples.byModel().grader().calibratedBy(new Calibrated(7, .25, .4, .2));
        Grading graded = graded(MINE, Samples.grade(grader));
        assertThat(AuditChain.broken(TENANT, graded.id(), history(graded))).isEmpty();

        database.jdbc()
                .sql("update grading_event set grader = replace(grader, '0.25', '0.5')")
                .update();
        assertThat(AuditChain.broken(TENANT, graded.id(), history(graded))).contains(2);
    }

    private List<io.evenhand.grading.HistoryEntry> history(Grading grading) {
        return database.inTransaction(() -> gradings.history(TENANT, grading.id()));
    }

    private Lessons about(Submission submission, GraderKind grader) {
        return about(submission, grader, NEW);
    }

    private Lessons about(Submission submission, GraderKind grader, GradingId except) {
        return database.inTransaction(
                () -> reviewed.about(TENANT, QuestionKey.of(submission, json), grader, except));
    }

    private Grading reviewed(
            Submission submission, Grade machine, Selection selection, int points, Instant at) {
        return review(graded(submission, machine), selection, points, at);
    }

    private Grading review(Grading graded, Selection selection, int points, Instant at) {
        Review by = Review.by("key:1", Optional.empty(), at, selection);
        return move(
                graded, Event.REVIEWED, g -> g.reviewed(Samples.decided(Points.of(points)), by));
    }

    private Grading graded(Submission submission, Grade machine) {
        Grading claimed = Samples.queued(submission).claimed(NOW);
        database.inTransaction(() -> gradings.add(claimed, Optional.empty(), "somebody"));
        return move(
                claimed, Event.GRADED, g -> g.graded(machine, List.of(), Optional.empty(), NOW));
    }

    private Grading move(Grading grading, Event event, UnaryOperator<Grading> move) {
        return database.inTransaction(
                        () ->
                                gradings.move(
                                        TENANT,
                                        grading.id(),
                                        Optional.empty(),
                                        event,
                                        "somebody",
                                        move))
                .orElseThrow();
    }

    private void change(String sql, Grading grading) {
        database.jdbc().sql(sql + " where id = :id").param("id", grading.id().value()).update();
    }
}
