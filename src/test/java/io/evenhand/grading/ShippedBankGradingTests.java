package io.evenhand.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiFixtures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped bank through the whole service, graded by the in-process grader. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "evenhand.dispatch.interval=1h")
@Import(ApiFixtures.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedBankGradingTests {

    /** In percent: a model answer earns nearly everything by the rubric beside it. */
    private static final double NEARLY_FULL = 85;

    /**
     * What this grader misses, most of them long designs whose rubric says in other words what the
     * model answer does. The list may only become shorter.
     */
    private static final Set<String> MISSES =
            Set.of(
                    "assistant-for-lift-technicians",
                    "attacks-on-an-image-classifier",
                    "card-fraud-in-real-time",
                    "churn-at-a-streaming-service",
                    "fairness-that-cannot-all-be-had",
                    "forty-faults-in-four-million-flights",
                    "leaf-disease-without-network",
                    "mail-assistant-under-attack",
                    "orders-fall-on-friday-night",
                    "pipelines-for-models",
                    "recommendations-with-little-history",
                    "routing-customer-mail",
                    "three-times-over-budget");

    /** In percent: even those come far above any pass mark of the bank. */
    private static final double AT_LEAST = 75;

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired private Api api;
    private List<JsonNode> open;

    @BeforeAll
    void load() {
        Api.Reply report = api.send(HttpMethod.POST, "/v1/questions/import?source=ai-engineer", "");
        assertThat(report.text()).isEqualTo("{\"created\":92,\"updated\":0,\"unchanged\":0}");
        open =
                Stream.of("TECHNICAL", "PROBLEM_SOLVING")
                        .map(kind -> api.get("/v1/questions?limit=200&kind=" + kind).json())
                        .flatMap(page -> page.at("/items").valueStream())
                        .toList();
        assertThat(open).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void aModelAnswerGetsNearlyFullMarks() {
        Map<String, Double> low = new TreeMap<>();
        for (JsonNode question : open) {
            for (JsonNode answer : question.at("/modelAnswers").values()) {
                Api.Reply reply = grade(question, answer.asString());
                double percentage = reply.json().at("/percentage").asDouble(-1);
                if (percentage < NEARLY_FULL) {
                    low.merge(question.at("/id").asString(), percentage, Math::min);
                }
            }
        }

        assertThat(low.keySet()).as(low.toString()).isSubsetOf(MISSES);
        assertThat(low.values()).as(low.toString()).allMatch(percentage -> percentage >= AT_LEAST);
    }

    @Test
    void aBlankAnswerGetsNothingAndTheQuestionsOwnFollowUps() {
        assertThat(open)
                .allSatisfy(
                        question -> {
                            JsonNode grading = grade(question, " \n").json();
                            assertThat(grading.at("/score").decimalValue()).isZero();
                            assertThat(grading.at("/followUpQuestions"))
                                    .isEqualTo(question.at("/followUpQuestions"));
                        });
    }

    @Test
    void theRightOptionsGetFullMarks() {
        JsonNode choices = api.get("/v1/questions?limit=200&kind=MULTIPLE_CHOICE").json();

        assertThat(choices.at("/items").valueStream())
                .isNotEmpty()
                .allSatisfy(
                        question -> {
                            String right =
                                    question.at("/options")
                                            .valueStream()
                                            .filter(option -> option.at("/correct").asBoolean())
                                            .map(option -> option.at("/id").asString())
                                            .reduce((a, b) -> a + "," + b)
                                            .orElseThrow();
                            JsonNode grading = grade(question, right).json();
                            assertThat(grading.at("/percentage").asDouble()).isEqualTo(100);
                            assertThat(grading.at("/grader/kind").asString()).isEqualTo("RULE");
                        });
    }

    private Api.Reply grade(JsonNode question, String answer) {
        String body =
                JSON.writeValueAsString(
                        Map.of("questionId", question.at("/id").asString(), "answer", answer));
        Api.Reply reply = api.post(body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }
}
