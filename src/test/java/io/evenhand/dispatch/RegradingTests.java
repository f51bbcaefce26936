package io.evenhand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What the fallback graded is graded again when the model is back, a little at a time. */
@TestPropertySource(
        properties = {
            "evenhand.dispatch.interval=20ms",
            "evenhand.dispatch.regrade-batch=3",
            "evenhand.grading.retry-first=10ms",
            "evenhand.grading.retry-most=20ms"
        })
class RegradingTests extends ApiTestBase {

    private static final int MOST_CHANGES = 1000;

    @Test
    void provisionalGradingsAreGradedAgainWithinBounds() {
        model.reset();
        List<Api.Reply> provisional =
                IntStream.range(0, 10).mapToObj(i -> api.post(Api.BODY)).toList();
        assertThat(provisional).allMatch(reply -> reply.at("/status").equals("PROVISIONAL"));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        model.will(
                assignment ->
                        Mono.delay(Duration.ofMillis(100))
                                .map(waited -> ScriptedGrader.allMet(assignment))
                                .doOnSubscribe(
                                        begun ->
                                                most.accumulateAndGet(
                                                        now.incrementAndGet(), Math::max))
                                .doFinally(ended -> now.decrementAndGet()));

        for (Api.Reply reply : provisional) {
            JsonNode again = when(reply.id(), json -> json.at("/revision").asInt() == 2);
            assertThat(again.at("/status").asString()).isEqualTo("GRADED");
            assertThat(again.at("/grader/kind").asString()).isEqualTo("LLM");
            assertThat(again.at("/score").decimalValue()).isEqualByComparingTo("4");
        }
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void keepTheProvisionalGradeInTheirHistory() {
        model.reset();
        String id = api.post(Api.BODY).id();
        model.will(assignment -> Mono.just(ScriptedGrader.allMet(assignment)));
        when(id, json -> json.at("/revision").asInt() == 2);

        JsonNode items = api.get("/v1/gradings/" + id + "/history").json().at("/items");

        assertThat(items.valueStream())
                .extracting(item -> item.at("/event").asString())
                .startsWith("ACCEPTED", "GRADED", "CLAIMED")
                .endsWith("GRADED");
        assertThat(items.valueStream())
                .filteredOn(item -> item.at("/event").asString().equals("GRADED"))
                .extracting(item -> item.at("/status").asString())
                .containsExactly("PROVISIONAL", "GRADED");
    }

    @Test
    void modelGradesAreLeftAlone() {
        String id = api.post(Api.BODY).id();
        int calls = model.calls();
        model.reset();
        String later = api.post(Api.BODY).id();
        model.will(assignment -> Mono.just(ScriptedGrader.allMet(assignment)));
        when(later, json -> json.at("/revision").asInt() == 2);

        assertThat(calls).isEqualTo(1);
        assertThat(api.get("/v1/gradings/" + id).json().at("/revision").asInt()).isEqualTo(1);
    }

    /** Waits for one change after the other. */
    private JsonNode when(String id, Predicate<JsonNode> enough) {
        Api.Reply reply = api.get("/v1/gradings/" + id);
        for (int i = 0; i < MOST_CHANGES && !enough.test(reply.json()); i++) {
            Api.Reply next =
                    api.get(
                            "/v1/gradings/" + id + "?wait=10",
                            "If-None-Match",
                            reply.headers().getETag());
            reply = next.status() == 200 ? next : reply;
        }
        assertThat(enough.test(reply.json())).as(reply.text()).isTrue();
        return reply.json();
    }
}
