package io.evenhand.semantic.judging;

import static java.util.Objects.requireNonNull;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.ScoreRange;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.semantic.alignment.Keys;
import io.evenhand.semantic.alignment.TextReader;
import io.evenhand.semantic.encoding.TextEncoder;
import io.evenhand.semantic.lexical.WordReader;
import io.evenhand.semantic.scoring.Head;
import io.evenhand.semantic.scoring.Scorer;
import io.evenhand.semantic.scoring.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Judges an answer by how much of each criterion's text is found in it. */
public final class SemanticJudge {

    private final Map<String, Comparison.Reader> readers;
    private final Weights weights;

    /**
     * @param cachedPieces word pieces that are kept for each language
     */
    public SemanticJudge(TextEncoder encoder, Weights weights, long cachedPieces) {
        this.weights = weights;
        this.readers =
                Map.of("en", reader(encoder, WordReader.english(), cachedPieces, weights.head()));
    }

    private static Comparison.Reader reader(
            TextEncoder encoder, WordReader words, long cachedPieces, Head head) {
        TextReader texts = new TextReader(encoder, words);
        Keys keys = new Keys(texts, cachedPieces);
        return new Comparison.Reader(keys, new Scorer(texts, keys, head));
    }

    /** Scores whole answers in this language, one of {@link SupportedLanguages}. */
    public Scorer scorer(String language) {
        return requireNonNull(readers.get(language)).scorer();
    }

    /**
     * @param language of the answer, one of {@link SupportedLanguages}
     * @throws CancellationException if it was told to stop
     */
    public Judgement judge(Assignment assignment, String language, BooleanSupplier stop) {
        Comparison comparison =
                new Comparison(assignment, requireNonNull(readers.get(language)), weights);
        Words words = Words.in(assignment.feedbackLanguage().orElse(language));
        List<Criterion> criteria = assignment.rubric().criteria();
        List<Optional<Finding>> findings = findings(comparison, criteria, stop);
        List<CriterionJudgement> judgements =
                IntStream.range(0, criteria.size())
                        .mapToObj(i -> Claims.of(criteria.get(i), findings.get(i), words))
                        .toList();
        return new Judgement(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                judgements,
                SemanticFeedback.on(findings, comparison.whole(), words),
                List.of(),
                Optional.of(range(assignment, judgements, comparison)));
    }

    private List<Optional<Finding>> findings(
            Comparison comparison, List<Criterion> criteria, BooleanSupplier stop) {
        List<Optional<Finding>> findings = new ArrayList<>();
        for (Criterion criterion : criteria) {
            if (stop.getAsBoolean()) {
                throw new CancellationException();
            }
            findings.add(comparison.find(criterion));
        }
        List<Optional<Finding>> adjusted =
                comparison.isDefault()
                        ? Findings.adjusted(criteria, findings, comparison.share())
                        : Findings.tempered(criteria, findings, comparison.share());
        return Findings.weighed(adjusted, weights.bands(), comparison.doubt());
    }

    /** What lies beyond the part of an answer that was read may earn every point that is left. */
    private ScoreRange range(
            Assignment assignment, List<CriterionJudgement> judgements, Comparison comparison) {
        List<Criterion> criteria = assignment.rubric().criteria();
        Points proposed = Points.ZERO;
        Points judged = Points.ZERO;
        for (int i = 0; i < criteria.size(); i++) {
            if (judgements.get(i).claim() instanceof Claim.Awarded(Points points)) {
                proposed = proposed.plus(points);
                judged = judged.plus(criteria.get(i).points());
            }
        }
        Points max = assignment.rubric().maxScore();
        Points lost = Points.ZERO.minus(sum(criteria, Criterion::isDeduction));
        ScoreRange range =
                new ScoreInterval(weights.bands(), comparison.doubt())
                        .around(proposed, judged, max.minus(judged), lost);
        return comparison.whole() ? range : new ScoreRange(range.min(), max);
    }

    private static Points sum(List<Criterion> criteria, Predicate<Criterion> wanted) {
        return criteria.stream()
                .filter(wanted)
                .map(Criterion::points)
                .reduce(Points.ZERO, Points::plus);
    }
}
