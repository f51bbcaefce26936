package io.evenhand.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.UngradedReason;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.grading.turns.Weights;
import io.evenhand.guard.LanguageDetector;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.Rubric;
import io.evenhand.question.RubricSource;
import io.evenhand.semantic.scoring.Scorer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticGraderTests {

    private static final String NOISE =
            "The model fits the noise of the training set and generalises badly to new data.";
    private static final String GAP =
            "One notices it by comparing the training error with the validation error.";
    private static final String GOOD =
            "It memorises the training data, noise included, so that it does badly on unseen data."
                    + " I like football. You see it when validation error is much higher than"
                    + " training error.";
    private static final String OFF_TOPIC =
            "My favourite dish is a soup of tomatoes, onions and fresh basil from the garden.";

    private static final SemanticProperties SETTINGS = new SemanticProperties(1, 10, 10_000);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static SemanticModel model;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SemanticGrader grader =
            new SemanticGrader(
                    model,
                    new LanguageDetector(),
                    SETTINGS,
                    Weights.EQUAL,
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    meters);

    @BeforeAll
    static void load() {
        model = new SemanticModel(SETTINGS);
        model.await();
    }

    @AfterAll
    static void unload() {
        model.destroy();
    }

    @AfterEach
    void close() {
        grader.destroy();
    }

    @Test
    void givesAGoodAnswerFarMoreThanOneThatIsOffTopic() {
        double good = share(judged(assignment(GOOD)));
        double offTopic = share(judged(assignment(OFF_TOPIC)));

        assertThat(grader.ready()).isTrue();
        assertThat(good).isGreaterThan(.5).isGreaterThan(offTopic + .3);
        assertThat(offTopic).isLessThan(.35);
        assertThat(meters.get("evenhand.semantic.grade").timer().count()).isEqualTo(2);
    }

    @Test
    void quotesTheAnswerWordForWordAndOnlyWhereItFits() {
        List<CriterionJudgement> criteria = judged(assignment(GOOD)).criteria();

        assertThat(criteria)
                .flatExtracting(CriterionJudgement::quotes)
                .isNotEmpty()
                .allMatch(GOOD::contains)
                .noneMatch(quote -> quote.contains("football"));
        assertThat(criteria.getFirst().quotes().getFirst()).startsWith("It memorises");
        assertThat(criteria.getLast().quotes().getFirst()).contains("validation error");
        assertThat(judged(assignment(OFF_TOPIC)).criteria())
                .flatExtracting(CriterionJudgement::quotes)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {GOOD, OFF_TOPIC, NOISE, "..., !!", "\u65E5", "0", "👩‍🔬", "a\nb"})
    void givesPointsWithinARangeThatIsOnTheScale(String answer) {
        Judgement judgement = judged(assignment(answer));
        Points score = score(judgement);

        assertThat(judgement.scoreRange()).isPresent();
        assertThat(score)
                .isBetween(judgement.scoreRange().get().min(), judgement.scoreRange().get().max());
        assertThat(judgement.scoreRange().get().max()).isLessThanOrEqualTo(Points.of(10));
        assertThat(judgement.criteria()).allMatch(c -> c.confidence() >= 0 && c.confidence() <= 1);
    }

    @Test
    void cannotTellWhetherADeductionApplies() {
        Rubric rubric =
                new Rubric(
                        List.of(
                                Criterion.of("a", "Names noise and bad generalisation", points(4)),
                                Criterion.of("b", "States something false", points(-2))));
        Judgement judgement = judged(assignment(GOOD, rubric, RubricSource.GIVEN));

        assertThat(judgement.criteria().getLast().claim()).isInstanceOf(Claim.CannotTell.class);
        assertThat(judgement.scoreRange().get().min())
                .isLessThanOrEqualTo(score(judgement).minus(points(2)).max(Points.ZERO));
    }

    @Test
    void cannotTellFromACriterionOfNothingWhereThereIsNoModelAnswer() {
        Rubric rubric = new Rubric(List.of(Criterion.of("a", "?!", points(4))));
        Assignment assignment =
                assignment(
                        question(QuestionKind.TECHNICAL, List.of()),
                        GOOD,
                        rubric,
                        RubricSource.GIVEN,
                        Optional.empty(),
                        NOW.plusSeconds(60));

        assertThat(judged(assignment).criteria().getFirst().claim())
                .isInstanceOf(Claim.CannotTell.class);
    }

    @Test
    void countsTheBestOfSeveralModelAnswers() {
        Rubric rubric = new Rubric(List.of(Criterion.of("any", "Says what one says", points(10))));
        Question question = question(QuestionKind.TECHNICAL, List.of(OFF_TOPIC, NOISE + " " + GAP));
        Judgement judgement =
                judged(
                        assignment(
                                question,
                                GOOD,
                                rubric,
                                RubricSource.DEFAULT,
                                Optional.empty(),
                                NOW.plusSeconds(60)));

        assertThat(share(judgement)).isGreaterThan(.5);
    }

    @Test
    void neverTellsTheModelAnswer() {
        Judgement judgement = judged(assignment(OFF_TOPIC));

        assertThat(judgement.feedback().toString()).doesNotContain(NOISE, GAP);
        assertThat(judgement.feedback().improvements())
                .containsExactly("Nothing was found for 2 of 2 points that a full answer covers.");
        assertThat(judgement.feedback().strengths()).isEmpty();
    }

    @Test
    void saysThatALongAnswerWasNotReadToItsEnd() {
        String answer = "Gradient descent follows the slope of the loss. ".repeat(416);
        Judgement judgement = judged(assignment(answer.strip()));

        assertThat(judgement.feedback().summary()).contains("only its beginning was read");
        assertThat(judgement.scoreRange().get().max()).isEqualTo(points(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEHAVIOURAL", "SITUATIONAL"})
    void leavesStoriesToAModel(QuestionKind kind) {
        assertThat(
                        outcome(
                                assignment(
                                        question(kind, List.of(NOISE)),
                                        GOOD,
                                        rubric(),
                                        RubricSource.GIVEN,
                                        Optional.empty(),
                                        NOW.plusSeconds(60))))
                .isEqualTo(new Outcome.Declined(UngradedReason.NEEDS_MODEL));
    }

    @Test
    void declinesOtherLanguagesNamedOrPlain() {
        Outcome declined = new Outcome.Declined(UngradedReason.LANGUAGE_NOT_SUPPORTED);
        String german = "Das Modell lernt die Daten auswendig und ist auf neuen schlecht.";

        assertThat(outcome(assignment(german))).isEqualTo(declined);
        assertThat(outcome(inLanguage("de-AT", GOOD))).isEqualTo(declined);
        assertThat(outcome(inLanguage("en-GB", GOOD))).isInstanceOf(Outcome.Judged.class);
        assertThat(outcome(inLanguage("und", GOOD))).isInstanceOf(Outcome.Judged.class);
    }

    @Test
    void speaksTheLanguageThatFeedbackIsWantedIn() {
        Assignment english = assignment(GOOD);
        Judgement judgement =
                judged(
                        new Assignment(
                                english.id(),
                                english.tenant(),
                                english.question(),
                                english.rubric(),
                                english.rubricSource(),
                                english.answer(),
                                Optional.empty(),
                                Optional.of("de"),
                                english.deadline(),
                                english.urgency()));

        assertThat(judgement.feedback().summary()).startsWith("Die Antwort wurde");
    }

    @Test
    void givesADefaultRubricTheScoreOfTheWholeAnswer() {
        Scorer scorer = model.await().scorer("en");

        assertThat(share(judged(assignment(GOOD))))
                .isCloseTo(
                        scorer.share(
                                "What is overfitting, and how would you notice it?",
                                List.of(NOISE + " " + GAP),
                                GOOD),
                        within(.001));
    }

    @Test
    void cannotTellWhereAnAnswerIsMadeOfSignsAlone() {
        assertThat(judged(assignment("= + {} <>")).criteria())
                .allMatch(c -> c.claim() instanceof Claim.CannotTell);
    }

    @Test
    void givesNothingForAnAnswerThatSaysNothing() {
        assertThat(share(judged(assignment("I don't know.")))).isZero();
    }

    @Test
    void isLessSureOfCode() {
        double prose = width(judged(assignment(OFF_TOPIC)));
        String code = OFF_TOPIC + " (){}[];".repeat(3);

        assertThat(width(judged(assignment(code)))).isGreaterThan(prose);
    }

    private static double width(Judgement judgement) {
        ScoreRange range = judgement.scoreRange().orElseThrow();
        return range.max().minus(range.min()).value().doubleValue();
    }

    @Test
    void declinesAKeyInAnotherLanguage() {
        Question german =
                question(
                        QuestionKind.TECHNICAL,
                        List.of(
                                "Das Modell lernt die Daten auswendig und ist auf neuen schlecht,"
                                        + " weil es das Rauschen nicht von der Regel trennt, die es"
                                        + " lernen soll und die auch für andere Daten gilt."));
        assertThat(
                        outcome(
                                assignment(
                                        german,
                                        "overfitting",
                                        rubric(),
                                        RubricSource.GIVEN,
                                        Optional.empty(),
                                        NOW.plusSeconds(60))))
                .isInstanceOf(Outcome.Declined.class);
    }

    @Test
    void isBusyOnceTheDeadlineHasPassed() {
        assertThat(outcome(assignment(GOOD).withDeadline(NOW))).isEqualTo(new Outcome.Busy());
    }

    private Outcome outcome(Assignment assignment) {
        return grader.grade(assignment).blockOptional(Duration.ofSeconds(60)).orElseThrow();
    }

    private Judgement judged(Assignment assignment) {
        return ((Outcome.Judged) outcome(assignment)).judgement();
    }

    private static double share(Judgement judgement) {
        return score(judgement).value().doubleValue() / 10;
    }

    private static Points score(Judgement judgement) {
        return judgement.criteria().stream()
                .map(CriterionJudgement::claim)
                .filter(Claim.Awarded.class::isInstance)
                .map(claim -> ((Claim.Awarded) claim).points())
                .reduce(Points.ZERO, Points::plus);
    }

    private static Assignment assignment(String answer) {
        return assignment(answer, rubric(), RubricSource.DEFAULT);
    }

    private static Assignment inLanguage(String language, String answer) {
        return assignment(
                question(QuestionKind.TECHNICAL, List.of(NOISE + " " + GAP)),
                answer,
                rubric(),
                RubricSource.DEFAULT,
                Optional.of(language),
                NOW.plusSeconds(60));
    }

    private static Assignment assignment(String answer, Rubric rubric, RubricSource source) {
        return assignment(
                question(QuestionKind.TECHNICAL, List.of(NOISE + " " + GAP)),
                answer,
                rubric,
                source,
                Optional.empty(),
                NOW.plusSeconds(60));
    }

    private static Assignment assignment(
            Question question,
            String answer,
            Rubric rubric,
            RubricSource source,
            Optional<String> language,
            Instant deadline) {
        return new Assignment(
                new GradingId("g"),
                new TenantId("t"),
                question,
                rubric,
                source,
                answer,
                language,
                Optional.empty(),
                deadline,
                Urgency.INTERACTIVE);
    }

    private static Question question(QuestionKind kind, List<String> modelAnswers) {
        return new Question(
                Optional.empty(),
                "What is overfitting, and how would you notice it?",
                kind,
                modelAnswers,
                Optional.empty(),
                points(10),
                Optional.empty(),
                List.of(),
                false);
    }

    private static Rubric rubric() {
        return new Rubric(
                List.of(
                        Criterion.of("point-1", NOISE, points(5)).withPartial(),
                        Criterion.of("point-2", GAP, points(5)).withPartial()));
    }

    private static Points points(long points) {
        return Points.of(points);
    }
}
