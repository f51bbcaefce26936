package io.evenhand.candidate.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links are forgotten a month after they ended, and none before. */
class LinkTidyingTests extends ApiTestBase {

    @Autowired LinkTidying tidying;
    @Autowired JdbcClient jdbc;

    private final String candidate = "c-" + UUID.randomUUID();

    @Test
    void forgetsWhatEndedAMonthAgoOrWasRevokedThen() {
        String grading = api.post(Api.BODY.replace("c-1", candidate)).id();
        String links = "/v1/gradings/" + grading + "/candidate-links";
        String all =
                "{\"expiresAt\": \"%s\"}".formatted(clock.instant().plus(Duration.ofDays(200)));
        String lasting = api.send(HttpMethod.POST, links, all).id();
        String revoked = api.send(HttpMethod.POST, links, all).id();
        String usual = api.send(HttpMethod.POST, links, "{}").id();
        api.send(HttpMethod.DELETE, links + "/" + revoked, "");

        clock.advance(Duration.ofDays(29));
        tidying.tidied().block(Duration.ofSeconds(30));
        assertThat(ids(grading)).containsExactlyInAnyOrder(lasting, revoked, usual);

        clock.advance(Duration.ofDays(2));
        tidying.tidied().block(Duration.ofSeconds(30));
        assertThat(ids(grading))
                .as("revoked 31 days ago")
                .containsExactlyInAnyOrder(lasting, usual);

        clock.advance(Duration.ofDays(30));
        tidying.tidied().block(Duration.ofSeconds(30));
        assertThat(ids(grading)).as("over for 31 days").containsExactly(lasting);
    }

    private java.util.List<String> ids(String grading) {
        return jdbc.sql("select id from candidate_link where grading_id = :grading")
                .param("grading", grading)
                .query(String.class)
                .list();
    }
}
