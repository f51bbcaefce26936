package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.platform.Sha256;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How keys that send too much, and addresses that guess, are answered. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RateLimitApiTests extends ApiTestBase {

    private static final String LIMITED = "key-with-the-limit-of-all";
    private static final String OWN = "key-with-a-limit-of-its-own";
    private static final String FREE = "key-without-a-limit";
    private static final String[] NO_HEADERS = {"RateLimit", "RateLimit-Policy"};

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("evenhand.access.rate-limit.requests", () -> "3");
        properties.add("evenhand.access.counting-timeout", () -> "20s");
        properties.add("evenhand.access.failed-attempts.requests", () -> "4");
        key(properties, 0, LIMITED);
        key(properties, 1, OWN);
        key(properties, 2, FREE);
        properties.add("evenhand.access.keys[1].rate-limit.requests", () -> "5");
        properties.add("evenhand.access.keys[1].rate-limit.window", () -> "10s");
        properties.add("evenhand.access.keys[2].rate-limit.requests", () -> "0");
    }

    private static void key(DynamicPropertyRegistry properties, int n, String key) {
        String prefix = "evenhand.access.keys[" + n + "].";
        properties.add(prefix + "hash", () -> Sha256.of(key).value());
        properties.add(prefix + "tenant", () -> "acme");
        properties.add(prefix + "scopes", () -> "grade,review,manage");
    }

    /** Buckets are full again; the clock of the tests before is not gone back on. */
    @BeforeEach
    void later() {
        clock.advance(Duration.ofMinutes(10L * ++tests));
    }

    private static int tests;

    @Test
    void eachAnswerToALimitedKeySaysHowItStands() {
        Api.Reply first = get(LIMITED);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.headers().getFirst("RateLimit-Policy")).isEqualTo("\"default\";q=3;w=60");
        assertThat(first.headers().getFirst("RateLimit")).isEqualTo("\"default\";r=2;t=20");
        Api.Reply wrong = api.post("{", with(LIMITED));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.headers().getFirst("RateLimit")).startsWith("\"default\";r=1;t=");
    }

    @Test
    void tooManyAreRefusedUntilTheirTimeComes() {
        for (int i = 0; i < 3; i++) {
            assertThat(get(LIMITED).status()).isEqualTo(200);
        }

        Api.Reply refused = api.post(Api.BODY, with(LIMITED));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.at("/code")).isEqualTo("RATE_LIMITED");
        assertThat(refused.headers().getContentType()).hasToString("application/problem+json");
        assertThat(refused.headers().getFirst("Retry-After")).isIn("19", "20");
        assertThat(refused.headers().getFirst("RateLimit")).startsWith("\"default\";r=0;t=");
        assertThat(refused.headers().getFirst("RateLimit-Policy")).isNotNull();
        clock.advance(Duration.ofSeconds(20));
        assertThat(get(LIMITED).status()).isEqualTo(200);
        assertThat(get(LIMITED).status()).isEqualTo(429);
    }

    @Test
    void aKeyMayHaveALimitOfItsOwnOrNone() {
        assertThat(get(OWN).headers().getFirst("RateLimit-Policy"))
                .isEqualTo("\"default\";q=5;w=10");
        for (int i = 0; i < 20; i++) {
            Api.Reply reply = get(FREE);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers().headerNames()).doesNotContain(NO_HEADERS);
        }
    }

    @Test
    void anUploadOfManyAnswersIsOneRequest() {
        String body = "[" + (Api.BODY + ",").repeat(9) + Api.BODY + "]";

        Api.Reply reply = api.send(HttpMethod.POST, "/v1/batches", body, with(LIMITED));

        assertThat(reply.json().at("/total").asInt()).isEqualTo(10);
        assertThat(reply.headers().getFirst("RateLimit")).startsWith("\"default\";r=2;");
    }

    @Test
    void pagesAndActuatorAreNotLimited() {
        for (String path : new String[] {"/", "/actuator/prometheus", "/actuator/health"}) {
            for (int i = 0; i < 5; i++) {
                Api.Reply reply = api.get(path, with(LIMITED));
                assertThat(reply.status()).as(path).isEqualTo(200);
                assertThat(reply.headers().headerNames()).doesNotContain(NO_HEADERS);
            }
        }
    }

    @Test
    void whatIsForbiddenOrNowhereCountsToo() {
        assertThat(api.get("/v1/nowhere", with(LIMITED)).headers().getFirst("RateLimit"))
                .startsWith("\"default\";r=2;");
    }

    /** Last: from then on keys that were not right before are not looked at. */
    @Test
    @Order(Integer.MAX_VALUE)
    void keysAreNotGuessedAtSpeed() {
        get(FREE);
        for (int i = 0; i < 4; i++) {
            assertThat(get("guess-" + i).status()).isEqualTo(401);
        }

        Api.Reply refused = get("guess-5");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.at("/code")).isEqualTo("RATE_LIMITED");
        assertThat(refused.headers().getFirst("Retry-After")).isIn("14", "15");
        assertThat(get(FREE).status()).isEqualTo(200);
        assertThat(api.get("/v1/gradings").status()).isEqualTo(401);
    }

    private Api.Reply get(String key) {
        return api.get("/v1/gradings", with(key));
    }

    private static String[] with(String key) {
        return new String[] {"Authorization", "Bearer " + key};
    }
}
