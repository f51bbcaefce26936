package io.evenhand.grading.work;

import io.evenhand.grading.ConfidenceBasis;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Effort;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.Provenance;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.Verdict;
import io.evenhand.grading.evidence.EvidenceCheck;
import io.evenhand.grading.scoring.Confidence;
import io.evenhand.grading.scoring.Scoring;
import io.evenhand.grading.scoring.Verdicts;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns a grader's claims into a grade: looks for the evidence, then counts. */
final class Assessor {

    private static final int SHARE_DECIMALS = 6;

    private final Rubric rubric;
    private final EvidenceCheck evidence;

    Assessor(Rubric rubric, EvidenceCheck evidence) {
        this.rubric = rubric;
        this.evidence = evidence;
    }

    /**
     * @param secondOpinion another grader's share of the maximum, 0 to 1
     */
    Grade assess(
            Judgement judgement,
            Effort effort,
            Provenance provenance,
            OptionalDouble secondOpinion) {
        List<CriterionGrade> criteria = criteria(judgement);
        Scoring scoring = new Scoring(rubric);
        List<Verdict> verdicts = criteria.stream().map(CriterionGrade::verdict).toList();
        Points score = scoring.score(verdicts);
        ConfidenceBasis basis = Confidence.of(criteria, share(score), secondOpinion, effort);
        return new Grade(
                score,
                rubric.maxScore(),
                range(judgement.scoreRange().orElseGet(() -> scoring.range(verdicts)), score),
                criteria,
                judgement.feedback(),
                judgement.followUpQuestions(),
                Confidence.rounded(basis.product()),
                basis,
                provenance,
                effort.usage(),
                List.of());
    }

    /** The share of the maximum that a judgement comes to, 0 to 1. */
    double share(Judgement judgement) {
        return share(
                new Scoring(rubric)
                        .score(criteria(judgement).stream().map(CriterionGrade::verdict).toList()));
    }

    private double share(Points score) {
        return score.value()
                .divide(rubric.maxScore().value(), SHARE_DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private List<CriterionGrade> criteria(Judgement judgement) {
        Map<String, CriterionJudgement> judged =
                judgement.criteria().stream()
                        .collect(
                                Collectors.toMap(
                                        CriterionJudgement::criterionId,
                                        Function.identity(),
                                        (first, again) -> first));
        return rubric.criteria().stream()
                .map(c -> criterion(c, Optional.ofNullable(judged.get(c.id()))))
                .toList();
    }

    private CriterionGrade criterion(Criterion criterion, Optional<CriterionJudgement> judgement) {
        if (judgement.isEmpty()) {
            return abstained(criterion);
        }
        CriterionJudgement judged = judgement.get();
        List<List<Evidence>> found = judged.quotes().stream().map(evidence::verify).toList();
        List<Evidence> passages = found.stream().flatMap(List::stream).distinct().toList();
        Verdict verdict = Verdicts.of(criterion, judged.claim(), passages);
        return new CriterionGrade(
                criterion.id(),
                verdict,
                Verdicts.level(criterion, verdict),
                criterion.points(),
                judged.reason(),
                Confidence.rounded(Confidence.ofCriterion(judged)),
                found.size(),
                (int) found.stream().filter(list -> !list.isEmpty()).count());
    }

    private static CriterionGrade abstained(Criterion criterion) {
        String why = "The grader said nothing of it.";
        return new CriterionGrade(
                criterion.id(),
                new Verdict.CannotTell(why),
                Optional.empty(),
                criterion.points(),
                why,
                0,
                0,
                0);
    }

    private static ScoreRange range(ScoreRange range, Points score) {
        return new ScoreRange(range.min().min(score), range.max().max(score));
    }
}
