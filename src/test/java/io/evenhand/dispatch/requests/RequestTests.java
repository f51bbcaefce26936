package io.evenhand.dispatch.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.TopicTestBase;
import io.evenhand.support.Topics;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that come by topic are stored once, or lie with the dead letters. */
class RequestTests extends TopicTestBase {

    private static final String ANSWER = "It memorises the noise.";

    @Test
    void areGradedAndToldOf() {
        request(candidate, body());

        Topics.Received event = event("grading.completed");

        assertThat(event.at("/data/status")).isEqualTo("GRADED");
        JsonNode stored = api.get("/v1/gradings/" + event.at("/data/id")).json();
        assertThat(stored.at("/answer").asString()).isEqualTo(ANSWER);
        assertThat(stored.at("/candidateRef").asString()).isEqualTo(candidate);
        JsonNode history =
                api.get("/v1/gradings/" + event.at("/data/id") + "/history").json().at("/items/0");
        assertThat(history.at("/actor").asString()).isEqualTo("topic");
    }

    @Test
    void thatComeTwiceAreOneGrading() {
        request(candidate, body());
        request(candidate, body().replace(": ", " :  "));
        request(candidate + "-last", body());

        topics.read(EVENTS, 2, this::isMine);

        assertThat(gradings()).isEqualTo(2);
        assertThat(dead(candidate)).isEmpty();
    }

    @Test
    void andOnesOverHttpShareTheirKeys() {
        Api.Reply reply = api.post(body(), "Idempotency-Key", candidate);
        request(candidate, body());
        request(candidate + "-last", body());
        topics.read(EVENTS, 2, this::isMine);

        assertThat(gradings()).isEqualTo(2);
        assertThat(api.get("/v1/gradings/" + reply.id()).status()).isEqualTo(200);
    }

    @Test
    void ofTheSameKeyAndAnotherBodyLieWithTheDeadLetters() {
        request(candidate, body());
        String other = body().replace("memorises", "learns");
        request(candidate, other);

        Topics.Received letter = letter(candidate);

        assertThat(letter.header("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(letter.value()).isEqualTo(other);
        assertThat(gradings()).isEqualTo(1);
    }

    static Stream<Arguments> unusable() {
        String tenant = "local";
        return Stream.of(
                Arguments.of("", Api.BODY, tenant, "INVALID_PARAMETER", "key"),
                Arguments.of("k".repeat(256), Api.BODY, tenant, "INVALID_PARAMETER", "key"),
                Arguments.of("no-tenant", Api.BODY, null, "FORBIDDEN", "tenant"),
                Arguments.of("a-stranger", Api.BODY, "stranger", "FORBIDDEN", "tenant"),
                Arguments.of("no-value", null, tenant, "MALFORMED_BODY", null),
                Arguments.of("no-json", "Dear Sir or Madam", tenant, "MALFORMED_BODY", ""),
                Arguments.of("a-type", "{\"answer\": 1}", tenant, "MALFORMED_BODY", "/answer"),
                Arguments.of(
                        "a-field",
                        Api.bodyWith("\"colour\": \"red\", "),
                        tenant,
                        "VALIDATION_FAILED",
                        "/colour"),
                Arguments.of(
                        "too-long",
                        Api.body("x".repeat(20_001)),
                        tenant,
                        "ANSWER_TOO_LONG",
                        "/answer"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void thatCannotBeTakenLieWithTheDeadLettersAndStopNothing(
            String key,
            @Nullable String value,
            @Nullable String tenant,
            String code,
            @Nullable String place) {
        String[] headers = tenant == null ? new String[0] : new String[] {"tenant", tenant};
        topics.write(REQUESTS, key, value, headers);
        request(candidate, body());

        Topics.Received letter = letter(key);

        assertThat(letter.header("code")).isEqualTo(code);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.header("source")).matches("evenhand\\.requests-[01]@\\d+");
        assertThat(letter.header("errors")).doesNotContain("noise", "xxx", "Dear");
        JsonNode errors = JsonMapper.shared().readTree(letter.header("errors"));
        if (place == null) {
            assertThat(errors).isEmpty();
        } else {
            JsonNode error = errors.get(0);
            String named = error.has("pointer") ? "/pointer" : "/parameter";
            assertThat(error.at(named).asString()).isEqualTo(place);
        }
        assertThat(event("grading.completed").at("/data/status")).isEqualTo("GRADED");
    }

    @Test
    void waitForAStoreThatIsDown() {
        AtomicInteger refused = new AtomicInteger();
        faults.beforeEach(
                (method, arguments) -> {
                    if (method.equals("add") && refused.incrementAndGet() <= 3) {
                        throw new DataAccessResourceFailureException("no route to the store");
                    }
                });
        request(candidate, body());
        request(candidate + "-too", body());

        topics.read(EVENTS, 2, this::isMine);

        assertThat(refused.get()).isGreaterThan(4);
        assertThat(gradings()).isEqualTo(2);
        assertThat(dead(candidate)).isEmpty();
    }

    @Test
    void thatBreakSomethingLieWithTheDeadLettersToo() {
        AtomicInteger broken = new AtomicInteger();
        faults.beforeEach(
                (method, arguments) -> {
                    if (method.equals("add") && arguments[0].toString().contains("breaks it")) {
                        broken.incrementAndGet();
                        throw new IllegalStateException("the store says: breaks it");
                    }
                });
        request(candidate, body().replace("memorises", "breaks it and memorises"));
        request(candidate + "-too", body());

        assertThat(letter(candidate).header("code")).isEqualTo("INTERNAL");
        assertThat(broken).hasValue(3);
        assertThat(event("grading.completed").at("/data/status")).isEqualTo("GRADED");
        assertThat(gradings()).isEqualTo(1);
    }

    private Topics.Received letter(String key) {
        return topics.read(DEAD, 1, one -> key.equals(one.key())).getFirst();
    }

    private List<Topics.Received> dead(String key) {
        return topics.all(DEAD, one -> String.valueOf(one.key()).startsWith(key));
    }
}
