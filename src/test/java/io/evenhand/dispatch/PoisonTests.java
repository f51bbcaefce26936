package io.evenhand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Effort;
import io.evenhand.grading.Outcome;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** An answer that breaks whatever touches it is given up, says why, and stops nothing else. */
@TestPropertySource(
        properties = {
            "evenhand.dispatch.interval=20ms",
            "evenhand.dispatch.drain=0s",
            "evenhand.grading.max-in-flight=3",
            "evenhand.grading.max-attempts=3",
            "evenhand.grading.retry-first=10ms",
            "evenhand.grading.retry-most=20ms"
        })
class PoisonTests extends ApiTestBase {

    private static final String POISON = "xyzzy";

    @Test
    void poisonousAnswersEndWithTheirCauseAndTheOthersAreGraded() {
        model.will(PoisonTests::judged);
        List<String> poisonous =
                IntStream.range(0, 4).mapToObj(i -> accepted(POISON + " " + i)).toList();
        List<String> others =
                IntStream.range(0, 8).mapToObj(i -> accepted("It fits noise " + i)).toList();

        assertThat(others).allSatisfy(id -> assertThat(settled(id)).contains("\"GRADED\""));
        assertThat(poisonous)
                .allSatisfy(
                        id -> {
                            assertThat(settled(id)).contains("UNGRADED", "ATTEMPTS_EXHAUSTED");
                            assertThat(causes(id))
                                    .contains("NullPointerException")
                                    .endsWith("ATTEMPTS_EXHAUSTED");
                            assertThat(history(id).toString()).doesNotContain(POISON);
                        });
    }

    /** What fails in a grader is the fallback's chance; a judgement that is none breaks it all. */
    private static Mono<Outcome> judged(Assignment assignment) {
        return Mono.just(
                assignment.answer().contains(POISON)
                        ? new Outcome.Judged(null, Effort.NONE)
                        : ScriptedGrader.allMet(assignment));
    }

    private String accepted(String answer) {
        return api.post(Api.body(answer), "Prefer", "respond-async").id();
    }

    private String settled(String id) {
        return api.get("/v1/gradings/" + id + "?wait=60").text();
    }

    private JsonNode history(String id) {
        return api.get("/v1/gradings/" + id + "/history").json().at("/items");
    }

    private List<String> causes(String id) {
        return history(id)
                .valueStream()
                .map(item -> item.at("/cause").asString(""))
                .filter(cause -> !cause.isEmpty())
                .toList();
    }
}
