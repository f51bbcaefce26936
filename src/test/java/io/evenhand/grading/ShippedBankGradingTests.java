package io.evenhand.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiFixtures;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The shipped bank through the whole service, without any model server. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "evenhand.dispatch.interval=1h",
            "evenhand.semantic.threads=2",
            "logging.level.io.evenhand.grading=info"
        })
@Import(ApiFixtures.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedBankGradingTests {

    @Autowired private Api api;
    private BankTrial trial;

    @BeforeAll
    void load() {
        trial = new BankTrial(api);
    }

    @Test
    void aBlankAnswerGetsNothingAndTheQuestionsOwnFollowUps() {
        assertThat(trial.open())
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(
                        question -> {
                            JsonNode grading = trial.grade(question, " \n");
                            assertThat(grading.at("/score").decimalValue()).isZero();
                            assertThat(grading.at("/followUpQuestions"))
                                    .isEqualTo(question.at("/followUpQuestions"));
                        });
    }

    @Test
    void openAnswersInGermanWaitForAModel() {
        assertThat(trial.questions("language=de&kind=TECHNICAL,PROBLEM_SOLVING"))
                .hasSize(7)
                .allSatisfy(
                        question -> {
                            JsonNode grading =
                                    trial.grade(
                                            question, question.at("/modelAnswers/0").asString());
                            assertThat(grading.at("/status").asString()).isEqualTo("UNGRADED");
                            assertThat(grading.at("/reason").asString())
                                    .isEqualTo("LANGUAGE_NOT_SUPPORTED");
                        });
    }

    @Test
    void theRightOptionsGetFullMarks() {
        assertThat(trial.questions("kind=MULTIPLE_CHOICE"))
                .isNotEmpty()
                .allSatisfy(
                        question -> {
                            String right =
                                    question.at("/options")
                                            .valueStream()
                                            .filter(option -> option.at("/correct").asBoolean())
                                            .map(option -> option.at("/id").asString())
                                            .collect(Collectors.joining(","));
                            JsonNode grading = trial.grade(question, right);
                            assertThat(grading.at("/percentage").asDouble()).isEqualTo(100);
                            assertThat(grading.at("/grader/kind").asString()).isEqualTo("RULE");
                        });
    }
}
