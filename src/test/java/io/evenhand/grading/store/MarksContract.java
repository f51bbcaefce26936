package io.evenhand.grading.store;

import static io.evenhand.grading.Samples.NOW;
import static io.evenhand.grading.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.CancelReason;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.Mark;
import io.evenhand.grading.Marks;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Review;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Selection;
import io.evenhand.grading.UngradedReason;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.TestVaults;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every store says of the marks of candidates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MarksContract {

    private static final TenantId OTHER = new TenantId("other");

    private TestDatabase database;
    private JdbcGradings gradings;
    private Marks marks;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        database = database();
        StorageJson json = new StorageJson();
        gradings =
                new JdbcGradings(
                        database.operations(),
                        json,
                        TestVaults.vault(),
                        new SettableClock(),
                        moved -> {});
        marks = new JdbcMarks(database.jdbc(), json, TestVaults.vault());
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void aMarkHoldsWhatTheGradingCameTo() {
        Grading graded = graded(add("c-1", "q"), ReviewReason.BORDERLINE);

        Mark mark = only("c-1", "q");

        assertThat(mark.candidate()).isEqualTo("c-1");
        assertThat(mark.questionId()).isEqualTo("q");
        assertThat(mark.questionVersion()).isEqualTo(3);
        assertThat(mark.grading()).isEqualTo(graded.id());
        assertThat(mark.status()).isEqualTo(GradingStatus.NEEDS_REVIEW);
        assertThat(mark.reviewReasons()).containsExactly(ReviewReason.BORDERLINE);
        Mark.Score score = mark.score().orElseThrow();
        assertThat(score.points()).isEqualTo(graded.grade().orElseThrow().score());
        assertThat(score.max()).isEqualTo(graded.grade().orElseThrow().maxScore());
        assertThat(score.range()).isEqualTo(graded.grade().orElseThrow().scoreRange());
    }

    @Test
    void theNewestAnswerToAQuestionCountsWhateverBecameOfTheOthers() {
        graded(add("c-1", "q"));
        Grading newest = add("c-1", "q");

        assertThat(only("c-1", "q").grading()).isEqualTo(newest.id());
        assertThat(only("c-1", "q").status()).isEqualTo(GradingStatus.QUEUED);
        assertThat(only("c-1", "q").score()).isEmpty();
    }

    @Test
    void aCancelledAnswerIsNone() {
        Grading graded = graded(add("c-1", "q"));
        Grading cancelled = add("c-1", "q");
        move(cancelled.id(), Event.CANCELLED, g -> g.cancelled(CancelReason.ON_REQUEST));
        Grading alone = add("c-2", "q");
        move(alone.id(), Event.CANCELLED, g -> g.cancelled(CancelReason.ON_REQUEST));

        assertThat(only("c-1", "q").grading()).isEqualTo(graded.id());
        assertThat(candidates(Optional.empty(), 10, "q")).containsExactly("c-1");
        assertThat(of(List.of("q"), List.of("c-2"))).isEmpty();
    }

    @Test
    void whereNoGradeCouldBeMadeTheMarkSaysWhyAndHasNoScore() {
        Grading grading = add("c-1", "q");
        NoGrade why = Samples.noGrade(UngradedReason.NEEDS_MODEL);
        move(grading.id(), Event.GRADED, g -> g.ungraded(why, List.of(), Optional.empty(), NOW));

        Mark mark = only("c-1", "q");

        assertThat(mark.status()).isEqualTo(GradingStatus.UNGRADED);
        assertThat(mark.noGrade()).contains(UngradedReason.NEEDS_MODEL);
        assertThat(mark.score()).isEmpty();
    }

    @Test
    void whatAPersonDecidedNeedsNoReview() {
        Grading graded = graded(add("c-1", "q"), ReviewReason.FLAGGED);
        move(
                graded.id(),
                Event.REVIEWED,
                g ->
                        g.reviewed(
                                g.grade().orElseThrow(),
                                Review.by("ann", Optional.of("right"), NOW, Selection.REASON)));

        assertThat(only("c-1", "q").status()).isEqualTo(GradingStatus.REVIEWED);
        assertThat(only("c-1", "q").reviewReasons()).isEmpty();
        assertThat(only("c-1", "q").score()).isPresent();
    }

    @Test
    void marksAreThoseOfTheQuestionsAndCandidatesThatWereAskedFor() {
        add("c-1", "q");
        add("c-1", "r");
        add("c-2", "q");
        add("c-3", "q");

        assertThat(of(List.of("q", "r", "none"), List.of("c-1", "c-2", "nobody")))
                .extracting(mark -> mark.candidate() + " " + mark.questionId())
                .containsExactlyInAnyOrder("c-1 q", "c-1 r", "c-2 q");
        assertThat(of(List.of(), List.of("c-1"))).isEmpty();
        assertThat(of(List.of("q"), List.of())).isEmpty();
    }

    @Test
    void candidatesAreListedOnceInPagesThatMissNobody() {
        for (String candidate : List.of("Zoe", "ann", "Ann", "c 1", "c-2", "Öz", "c-2")) {
            add(candidate, "q");
        }
        add("c-9", "other-question");

        List<String> all = candidates(Optional.empty(), 10, "q", "r");
        List<String> first = candidates(Optional.empty(), 3, "q", "r");
        List<String> rest = candidates(Optional.of(first.getLast()), 10, "q", "r");

        assertThat(all)
                .hasSize(6)
                .containsExactlyInAnyOrder("Zoe", "ann", "Ann", "c 1", "c-2", "Öz");
        assertThat(first).hasSize(3);
        assertThat(first).doesNotContainAnyElementsOf(rest);
        assertThat(rest).hasSize(3);
        assertThat(candidates(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void noTenantSeesTheCandidatesOfAnother() {
        graded(add("c-1", "q"));

        assertThat(
                        database.inTransaction(
                                () -> marks.candidates(OTHER, List.of("q"), Optional.empty(), 10)))
                .isEmpty();
        assertThat(database.inTransaction(() -> marks.of(OTHER, List.of("q"), List.of("c-1"))))
                .isEmpty();
    }

    private Grading add(String candidate, String question) {
        Grading grading = Samples.queued(Samples.submission("Noise.", candidate, question));
        database.inTransaction(() -> gradings.add(grading, Optional.empty(), "test"));
        return grading;
    }

    private Grading graded(Grading grading, ReviewReason... reasons) {
        return move(
                grading.id(),
                Event.GRADED,
                g ->
                        g.graded(
                                Samples.byModel().withReviewReasons(List.of(reasons)),
                                List.of(),
                                Optional.empty(),
                                NOW));
    }

    private Grading move(GradingId id, Event event, UnaryOperator<Grading> move) {
        return database.inTransaction(
                        () -> gradings.move(TENANT, id, Optional.empty(), event, "test", move))
                .orElseThrow();
    }

    private Mark only(String candidate, String question) {
        List<Mark> found = of(List.of(question), List.of(candidate));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<Mark> of(List<String> questions, List<String> candidates) {
        return database.inTransaction(() -> marks.of(TENANT, questions, candidates));
    }

    private List<String> candidates(Optional<String> after, int limit, String... questions) {
        return database.inTransaction(
                () -> marks.candidates(TENANT, List.of(questions), after, limit));
    }
}
