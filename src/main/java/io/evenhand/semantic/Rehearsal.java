package io.evenhand.semantic;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Calibrated;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.guard.Embedder;
import io.evenhand.guard.LanguageDetector;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.semantic.encoding.LastEncoding;
import io.evenhand.semantic.judging.SemanticJudge;
import io.evenhand.semantic.judging.SupportedLanguages;
import io.evenhand.semantic.learning.Learner;
import io.evenhand.semantic.learning.Scored;
import io.evenhand.semantic.learning.TenantDrift;
import io.evenhand.semantic.learning.TraitReader;
import io.evenhand.semantic.scoring.Weights;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The in-process grader, and what reviews teach it, without a service around them: for
 * measurements.
 */
public final class Rehearsal implements AutoCloseable {

    private static final Points POINTS = Points.of(10);

    private final SemanticModel model;
    private final LastEncoding encoder;
    private final SemanticJudge judge;
    private final TraitReader traits;
    private final SupportedLanguages languages = new SupportedLanguages(new LanguageDetector());

    /** Loads the model. */
    public Rehearsal() {
        SemanticProperties settings = new SemanticProperties(1, 1, 40_000);
        this.model = new SemanticModel(settings);
        model.await();
        this.encoder = new LastEncoding(model.encoder().orElseThrow());
        this.judge = new SemanticJudge(encoder, Weights.load(), settings.cachedPieces());
        this.traits = new TraitReader(encoder);
    }

    /** The answer as the grader sees it, read once; empty if it does not know its language. */
    public Optional<Play> play(String question, List<String> modelAnswers, String answer) {
        return languages
                .of(assignment(question, modelAnswers, answer))
                .map(judge::scorer)
                .map(scorer -> scorer.share(question, modelAnswers, answer))
                .map(prior -> new Play(new Scored(prior, traits.read(answer))));
    }

    /**
     * What people are expected to give for an answer, 0 to 1.
     *
     * @param reviewed answers to the same question
     * @param human what people gave for each of them, 0 to 1
     * @param offset what is added to the grader's own share beforehand
     */
    public static List<Calibrated> expected(
            List<Play> reviewed, List<Double> human, double offset, List<Play> answers) {
        Learner learner =
                new Learner(reviewed.stream().map(play -> play.scored).toList(), human, offset);
        return answers.stream().map(play -> learner.expect(play.scored)).toList();
    }

    /** See {@link TenantDrift}. */
    public static double drift(double mean, int reviews, double shrinkage) {
        return TenantDrift.shrunk(mean, reviews, shrinkage);
    }

    /** What the detectors compare meanings by. */
    public Embedder embedder() {
        return new SentenceEmbedder(model);
    }

    private static Assignment assignment(String text, List<String> modelAnswers, String answer) {
        Question question =
                new Question(
                        Optional.empty(),
                        text,
                        QuestionKind.TECHNICAL,
                        modelAnswers,
                        Optional.empty(),
                        POINTS,
                        Optional.empty(),
                        List.of(),
                        false);
        return new Assignment(
                new GradingId("rehearsal"),
                TenantId.LOCAL,
                question,
                question.gradedBy(),
                question.rubricSource(),
                answer,
                Optional.empty(),
                Optional.empty(),
                Instant.MAX,
                Urgency.BULK);
    }

    @Override
    public void close() {
        model.destroy();
    }

    /** One answer, read. */
    public static final class Play {

        private final Scored scored;

        private Play(Scored scored) {
            this.scored = scored;
        }

        /** The share that the grader gives by itself, 0 to 1. */
        public double prior() {
            return scored.prior();
        }
    }
}
