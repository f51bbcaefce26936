package io.evenhand.grading.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Outcome;
import io.evenhand.grading.UngradedReason;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A grading as a stream of events. */
class StreamingTests extends ApiTestBase {

    private static final Pattern EVENT = Pattern.compile("event:(\\w+)\ndata:(.*)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void tellsWhatIsKnownInItsOrder() {
        Api.Reply reply = stream(Api.BODY);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().getContentType().isCompatibleWith(MediaType.TEXT_EVENT_STREAM))
                .isTrue();
        List<Event> events = events(reply);
        assertThat(events)
                .extracting(Event::name)
                .containsExactly("status", "criterion", "feedback", "grading");
        JsonNode status = events.get(0).data();
        assertThat(status.propertyNames()).containsExactlyInAnyOrder("id", "status");
        JsonNode grading = events.get(3).data();
        assertThat(grading.at("/id")).isEqualTo(status.at("/id"));
        assertThat(grading.at("/status").asString()).isEqualTo("GRADED");
        assertThat(grading.has("answer")).isFalse();
        assertThat(events.get(1).data()).isEqualTo(grading.at("/criteria/0"));
        assertThat(events.get(2).data()).isEqualTo(grading.at("/feedback"));
        assertThat(reply.headers().getFirst("Location"))
                .isEqualTo("/v1/gradings/" + status.at("/id").asString());
    }

    @Test
    void hasStoredTheGradeThatItSends() {
        List<Event> events = events(stream(Api.BODY));
        String id = events.getFirst().data().at("/id").asString();

        assertThat(api.get("/v1/gradings/" + id).at("/status")).isEqualTo("GRADED");
    }

    @Test
    void refusesBeforeTheStreamWithAProblem() {
        Api.Reply reply = stream("{\"answer\": \"a\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.headers().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(reply.at("/code")).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void sendsNoGradeThatCouldNotBeStored() {
        Sinks.One<Outcome> verdict = Sinks.one();
        model.will(assignment -> verdict.asMono());
        Flux<ServerSentEvent<JsonNode>> events =
                api.webClient()
                        .post()
                        .uri("/v1/gradings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .bodyValue(Api.BODY)
                        .retrieve()
                        .bodyToFlux(new ParameterizedTypeReference<>() {});

        StepVerifier.create(events)
                .assertNext(event -> assertThat(event.event()).isEqualTo("status"))
                .then(() -> faults.failNext("move"))
                .then(() -> verdict.tryEmitValue(new Outcome.Declined(UngradedReason.NEEDS_MODEL)))
                .assertNext(StreamingTests::isTheProblem)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    private static void isTheProblem(ServerSentEvent<JsonNode> event) {
        assertThat(event.event()).isEqualTo("error");
        assertThat(event.data().at("/code").asString()).isEqualTo("INTERNAL");
        assertThat(event.data().at("/traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(event.data().toString()).doesNotContain("noise");
    }

    @Test
    void doesNotStreamToAClientThatTakesAnything() {
        assertThat(api.post(Api.BODY, "Accept", "*/*").headers().getContentType())
                .isEqualTo(MediaType.APPLICATION_JSON);
    }

    private Api.Reply stream(String body) {
        return api.send(
                HttpMethod.POST, "/v1/gradings", body, "Accept", MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    private static List<Event> events(Api.Reply reply) {
        return EVENT.matcher(reply.text())
                .results()
                .map(match -> new Event(match.group(1), JSON.readTree(match.group(2))))
                .toList();
    }

    private record Event(String name, JsonNode data) {}
}
