package io.evenhand.candidate.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Feedback;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Submission;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscretionTests {

    private final Submission submission = Samples.submission("It memorises the training data.");
    private final String model = submission.question().modelAnswers().getFirst();
    private final String criterion = submission.rubric().criteria().getFirst().description();

    @Test
    void leavesOutSentencesThatRepeatTheRubricOrTheModelAnswer() {
        Feedback said =
                discreet(
                        new Feedback(
                                "Well begun. You should have said: " + model + " Go on so.",
                                List.of("Clear words."),
                                List.of("Asked was: " + criterion)));

        assertThat(said.summary()).startsWith("Well begun.").doesNotContain(model);
        assertThat(said.strengths()).containsExactly("Clear words.");
        assertThat(said.improvements()).isEmpty();
    }

    @Test
    void keepsWhatIsInTheQuestionOrTheAnswer() {
        String known = submission.question().text();
        Feedback said = discreet(new Feedback(known, List.of(submission.answer()), List.of()));

        assertThat(said.summary()).isEqualTo(known);
        assertThat(said.strengths()).containsExactly(submission.answer());
    }

    @Test
    void doesNotMindCaseAndMarks() {
        String shouted = criterion.toUpperCase(java.util.Locale.ROOT).replace(" ", " — ");

        assertThat(discreet(new Feedback(shouted, List.of(), List.of())).summary()).isEmpty();
    }

    private Feedback discreet(Feedback feedback) {
        return new Discretion(submission).of(feedback);
    }
}
