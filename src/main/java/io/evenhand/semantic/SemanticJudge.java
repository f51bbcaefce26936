package io.evenhand.semantic;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.ScoreRange;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Judges an answer by how much of each criterion's text is found in it. */
final class SemanticJudge {

    private final TextEncoder encoder;
    private final Keys keys;

    SemanticJudge(TextEncoder encoder, long cachedPieces) {
        this.encoder = encoder;
        this.keys = new Keys(encoder, cachedPieces);
    }

    /**
     * @throws CancellationException if it was told to stop
     */
    Judgement judge(Assignment assignment, BooleanSupplier stop) {
        Comparison comparison = new Comparison(assignment, keys, encoder);
        Words words = Words.in(language(assignment));
        List<Optional<Finding>> findings = new ArrayList<>();
        List<CriterionJudgement> judgements = new ArrayList<>();
        for (Criterion criterion : assignment.rubric().criteria()) {
            if (stop.getAsBoolean()) {
                throw new CancellationException();
            }
            Optional<Finding> finding = comparison.find(criterion);
            findings.add(finding);
            judgements.add(Claims.of(criterion, finding, words));
        }
        return new Judgement(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                judgements,
                SemanticFeedback.on(findings, comparison.whole(), words),
                List.of(),
                Optional.of(range(assignment, judgements, comparison.whole())));
    }

    private static String language(Assignment assignment) {
        return assignment.feedbackLanguage().or(assignment::language).orElse("en");
    }

    /** What lies beyond the part of an answer that was read may earn every point that is left. */
    private static ScoreRange range(
            Assignment assignment, List<CriterionJudgement> judgements, boolean whole) {
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
        ScoreRange range = ScoreInterval.around(proposed, judged, max.minus(judged), lost);
        return whole ? range : new ScoreRange(range.min(), max);
    }

    private static Points sum(List<Criterion> criteria, Predicate<Criterion> wanted) {
        return criteria.stream()
                .filter(wanted)
                .map(Criterion::points)
                .reduce(Points.ZERO, Points::plus);
    }
}
