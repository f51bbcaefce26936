package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenhand.platform.Sha256;
import io.evenhand.support.Api;
import io.evenhand.support.KeyedApiTestBase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys that are made through the API: what they open, and when they are over. */
@ExtendWith(OutputCaptureExtension.class)
class KeyApiTests extends KeyedApiTestBase {

    private static final String BODY = "{\"name\": \"exams\", \"scopes\": [\"grade\"]}";

    @Autowired JdbcClient jdbc;

    @Test
    void aNewKeyOpensWhatItsScopesDo(CapturedOutput log) {
        Api.Reply made = make(BODY, ALL);
        String secret = made.at("/secret");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.headers().getLocation()).hasToString("/v1/keys/" + made.id());
        assertThat(secret).matches("evh_[A-Za-z0-9_-]{49}");
        assertThat(made.at("/madeBy")).startsWith("key:");
        assertThat(api.post(Api.BODY, with(secret)).status()).isEqualTo(200);
        assertThat(api.get("/v1/keys", with(secret)).status()).isEqualTo(403);
        assertThat(api.get("/v1/keys/" + made.id(), with(ALL)).text()).doesNotContain("secret");
        assertThat(api.get("/v1/keys", with(ALL)).text())
                .contains(made.id())
                .doesNotContain(secret);
        assertThat(jdbc.sql("select hash from api_key_secret").query(String.class).list())
                .contains(Sha256.of(secret).value());
        assertThat(log.getAll()).doesNotContain(secret);
    }

    @Test
    void nobodyGivesMoreThanTheyHave() {
        Api.Reply refused = make(BODY, MANAGE);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/detail")).contains("more scopes than they have");
        assertThat(make(BODY.replace("grade", "manage"), MANAGE).status()).isEqualTo(201);
        Api.Reply all = make(BODY, ALL);
        assertThat(rotate(all.id(), "", MANAGE).status()).as("a way round it").isEqualTo(403);
        assertThat(make(BODY, GRADE).status()).isEqualTo(403);
    }

    @Test
    void aRevokedKeyIsDeadAtOnceAndStaysInTheList() {
        Api.Reply made = make(BODY, ALL);
        String secret = made.at("/secret");
        assertThat(api.get("/v1/gradings", with(secret)).status()).isEqualTo(200);

        assertThat(revoke(made.id()).status()).isEqualTo(204);
        assertThat(revoke(made.id()).status()).as("again").isEqualTo(204);

        assertThat(api.get("/v1/gradings", with(secret)).status()).isEqualTo(401);
        assertThat(api.get("/v1/keys/" + made.id(), with(ALL)).at("/revokedAt")).isNotEmpty();
        assertThat(rotate(made.id(), "", ALL).status()).isEqualTo(409);
    }

    @Test
    void whatAnotherInstanceRevokedIsDeadAfterFiveSeconds() {
        Api.Reply made = make(BODY, ALL);
        String secret = made.at("/secret");
        assertThat(api.get("/v1/gradings", with(secret)).status()).isEqualTo(200);

        jdbc.sql("delete from api_key_secret where key_id = :id").param("id", made.id()).update();
        clock.advance(Duration.ofSeconds(5));

        assertThat(api.get("/v1/gradings", with(secret)).status()).isEqualTo(401);
    }

    @Test
    void aKeyIsOverWhenItExpires() {
        Instant end = clock.instant().plus(Duration.ofHours(1));
        Api.Reply made = make(BODY.replace("}", ", \"expiresAt\": \"" + end + "\"}"), ALL);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String secret = made.at("/secret");
        assertThat(api.get("/v1/gradings", with(secret)).status()).isEqualTo(200);

        clock.advance(Duration.ofHours(1));

        assertThat(api.get("/v1/gradings", with(secret)).status()).isEqualTo(401);
    }

    @Test
    void afterARotationTheSecretOfBeforeLivesForTheOverlap() {
        Api.Reply made = make(BODY, ALL);
        String before = made.at("/secret");

        Api.Reply rotated = rotate(made.id(), "{\"overlapSeconds\": 60}", ALL);
        String after = rotated.at("/secret");

        assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
        assertThat(after).isNotEqualTo(before);
        assertThat(api.get("/v1/gradings", with(before)).status()).isEqualTo(200);
        assertThat(api.get("/v1/gradings", with(after)).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(60));
        assertThat(api.get("/v1/gradings", with(before)).status()).isEqualTo(401);
        assertThat(api.get("/v1/gradings", with(after)).status()).isEqualTo(200);
    }

    @Test
    void aRotationWithoutOverlapEndsTheSecretOfBeforeAtOnce() {
        Api.Reply made = make(BODY, ALL);
        String before = made.at("/secret");
        assertThat(api.get("/v1/gradings", with(before)).status()).isEqualTo(200);

        rotate(made.id(), "{\"overlapSeconds\": 0}", ALL);

        assertThat(api.get("/v1/gradings", with(before)).status()).isEqualTo(401);
    }

    @Test
    void aUseIsNotedOnceAMinute() {
        Api.Reply made = make(BODY, ALL);
        String secret = made.at("/secret");
        api.get("/v1/gradings", with(secret));
        await().until(() -> !usedAt(made.id()).isEmpty());
        String first = usedAt(made.id());

        clock.advance(Duration.ofSeconds(30));
        api.get("/v1/gradings", with(secret));
        clock.advance(Duration.ofSeconds(31));
        api.get("/v1/gradings", with(secret));

        await().until(() -> !usedAt(made.id()).equals(first));
        assertThat(Duration.between(Instant.parse(first), Instant.parse(usedAt(made.id()))))
                .isGreaterThan(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"scopes": ["grade"]}                                    | /name
                    {"name": " ", "scopes": ["grade"]}                       | /name
                    {"name": "a"}                                            | /scopes
                    {"name": "a", "scopes": []}                              | /scopes
                    {"name": "a", "scopes": ["grade", "root"]}               | /scopes/1
                    {"name": "a", "scopes": ["grade"], "expiresAt": "soon"}  | /expiresAt
                    {"name": "a", "scopes": ["grade"], "expiresAt": "2020-01-01T00:00:00Z"} | /expiresAt
                    {"name": "a", "scopes": ["grade"], "tenant": "rival"}    | /tenant
                    """)
    void saysWhatIsWrongWithAKey(String body, String pointer) {
        Api.Reply refused = make(body, ALL);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    private String usedAt(String id) {
        return api.get("/v1/keys/" + id, with(ALL)).at("/lastUsedAt");
    }

    private Api.Reply make(String body, String key) {
        return api.send(HttpMethod.POST, "/v1/keys", body, with(key));
    }

    private Api.Reply rotate(String id, String body, String key) {
        return api.send(HttpMethod.POST, "/v1/keys/" + id + "/rotate", body, with(key));
    }

    private Api.Reply revoke(String id) {
        return api.send(HttpMethod.DELETE, "/v1/keys/" + id, "", with(ALL));
    }
}
