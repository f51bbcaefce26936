package io.evenhand.grading.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Verdict;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowUpsTests {

    private static final Question WITHOUT_ANY = Samples.question();
    private static final Question WITH_ITS_OWN = withFollowUps(List.of("Own?", "And?"));

    private static final Verdict MET = new Verdict.Met(Points.of(4), List.of());
    private static final Verdict PARTLY = new Verdict.Partly(Points.of(1), List.of());
    private static final Verdict UNSURE = new Verdict.CannotTell("Unclear.");

    @Test
    void theQuestionsOwnComeBeforeTheGraders() {
        assertThat(asked(WITH_ITS_OWN, MET, PARTLY)).containsExactly("Own?", "And?");
        assertThat(asked(WITH_ITS_OWN, MET, UNSURE)).containsExactly("Own?", "And?");
    }

    @Test
    void aQuestionWithoutAnyHasTheGraders() {
        assertThat(asked(WITHOUT_ANY, MET, PARTLY)).containsExactly("And then?");
    }

    @Test
    void theQuestionsOwnAreNotAskedWhereNothingWasMissing() {
        assertThat(asked(WITH_ITS_OWN, MET, MET)).containsExactly("And then?");
    }

    @Test
    void aDeductionThatDoesNotApplyIsNothingMissing() {
        Grade grade = grade(MET, MET);
        CriterionGrade deduction =
                new CriterionGrade(
                        "false",
                        new Verdict.NotMet(Points.ZERO),
                        Optional.empty(),
                        Points.of(-2),
                        "",
                        1,
                        0,
                        0);
        Grade deducted = withCriteria(grade, List.of(grade.criteria().getFirst(), deduction));

        assertThat(FollowUps.added(WITH_ITS_OWN, deducted).followUpQuestions())
                .containsExactly("And then?");
    }

    private static List<String> asked(Question question, Verdict... verdicts) {
        return FollowUps.added(question, grade(verdicts)).followUpQuestions();
    }

    private static Grade grade(Verdict... verdicts) {
        return withCriteria(
                Samples.byModel(),
                List.of(verdicts).stream().map(v -> Samples.criterion("c", v)).toList());
    }

    private static Grade withCriteria(Grade grade, List<CriterionGrade> criteria) {
        return new Grade(
                grade.score(),
                grade.maxScore(),
                grade.scoreRange(),
                criteria,
                grade.feedback(),
                grade.followUpQuestions(),
                grade.confidence(),
                grade.confidenceBasis(),
                grade.grader(),
                grade.usage(),
                grade.reviewReasons());
    }

    private static Question withFollowUps(List<String> followUps) {
        Question question = Samples.question();
        return new Question(
                question.ref(),
                question.text(),
                question.kind(),
                question.modelAnswers(),
                question.rubric(),
                question.points(),
                question.passMark(),
                question.options(),
                question.partial(),
                followUps);
    }
}
