package io.evenhand.grading.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Outcome;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Sinks;

/** How long a client waits is its own choice. */
class WaitingTests extends ApiTestBase {

    private Sinks.One<Outcome> verdict;

    @BeforeEach
    void holdTheModel() {
        verdict = Sinks.one();
        model.will(assignment -> verdict.asMono().map(said -> ScriptedGrader.allMet(assignment)));
    }

    @AfterEach
    void letTheModelGo() {
        verdict.tryEmitValue(new Outcome.Busy());
    }

    @Test
    void answersAtOnceWhereThatIsPreferred() {
        Api.Reply reply = api.post(Api.BODY, "Prefer", "handling=lenient, respond-async");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.at("/status")).isEqualTo("GRADING");
        assertThat(reply.json().at("/score").isNull()).isTrue();
        assertThat(reply.json().at("/revision").asInt()).isZero();
        assertThat(reply.headers().getFirst("Retry-After")).isEqualTo("1");
        assertThat(reply.headers().getFirst("Location")).isEqualTo("/v1/gradings/" + reply.id());
    }

    @Test
    void gradesWhatNobodyWaitedFor() {
        Api.Reply accepted = api.post(Api.BODY, "Prefer", "respond-async");
        verdict.tryEmitValue(new Outcome.Busy());

        Api.Reply graded = api.get("/v1/gradings/" + accepted.id() + "?wait=20");

        assertThat(graded.at("/status")).isEqualTo("GRADED");
    }

    @Test
    void stopsWaitingWhenTheClientHadEnoughAndGradesOn() {
        Api.Reply accepted = api.post(Api.BODY, "Prefer", "wait=1");
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.at("/status")).isEqualTo("GRADING");

        verdict.tryEmitValue(new Outcome.Busy());

        assertThat(api.get("/v1/gradings/" + accepted.id() + "?wait=20").at("/status"))
                .isEqualTo("GRADED");
    }

    @Test
    void waitsNoLongerThanThereIsAGrade() {
        verdict.tryEmitValue(new Outcome.Busy());

        assertThat(api.post(Api.BODY, "Prefer", "wait=60").status()).isEqualTo(200);
    }

    @Test
    void tellsAReaderWhenTheGradeIsThere() throws Exception {
        String id = api.post(Api.BODY, "Prefer", "respond-async").id();
        CompletableFuture<Api.Reply> reader =
                CompletableFuture.supplyAsync(() -> api.get("/v1/gradings/" + id + "?wait=30"));
        verdict.tryEmitValue(new Outcome.Busy());

        assertThat(reader.get(20, TimeUnit.SECONDS).at("/status")).isEqualTo("GRADED");
    }

    @Test
    void tellsAReaderThatNothingHasChanged() {
        Api.Reply accepted = api.post(Api.BODY, "Prefer", "respond-async");
        String etag = accepted.headers().getETag();
        String path = "/v1/gradings/" + accepted.id();

        Api.Reply unchanged = api.get(path, "If-None-Match", etag);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.headers().getETag()).isEqualTo(etag);
        assertThat(unchanged.text()).isEmpty();
        assertThat(api.get(path + "?wait=1", "If-None-Match", etag).status()).isEqualTo(304);

        verdict.tryEmitValue(new Outcome.Busy());
        Api.Reply changed = api.get(path + "?wait=30", "If-None-Match", etag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.headers().getETag()).isNotEqualTo(etag);
        assertThat(changed.at("/status")).isEqualTo("GRADED");
        assertThat(api.get(path, "If-None-Match", "W/" + changed.headers().getETag()).status())
                .isEqualTo(304);
        assertThat(api.get(path, "If-None-Match", "\"0\"").status()).isEqualTo(200);
    }

    @Test
    void refusesATagThatIsNone() {
        String id = api.post(Api.BODY, "Prefer", "respond-async").id();

        Api.Reply reply = api.get("/v1/gradings/" + id, "If-None-Match", "no tag");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/errors/0/parameter")).isEqualTo("If-None-Match");
    }

    @Test
    void refusesAWaitThatIsNone() {
        String id = api.post(Api.BODY, "Prefer", "respond-async").id();

        for (String wait : new String[] {"soon", "-1", "1.5", "", "99999999999"}) {
            Api.Reply reply = api.get("/v1/gradings/" + id + "?wait=" + wait);
            assertThat(reply.status()).as(wait).isEqualTo(400);
            assertThat(reply.at("/errors/0/parameter")).isEqualTo("wait");
        }
    }

    @Test
    void cancelsWhatIsBeingGraded() {
        String id = api.post(Api.BODY, "Prefer", "respond-async").id();

        assertThat(api.send(HttpMethod.DELETE, "/v1/gradings/" + id, "").status()).isEqualTo(204);

        Api.Reply cancelled = api.get("/v1/gradings/" + id);
        assertThat(cancelled.at("/status")).isEqualTo("CANCELLED");
        assertThat(cancelled.at("/reason")).isEqualTo("ON_REQUEST");
        verdict.tryEmitValue(new Outcome.Busy());
        assertThat(api.get("/v1/gradings/" + id).at("/status")).isEqualTo("CANCELLED");
        assertThat(api.send(HttpMethod.DELETE, "/v1/gradings/" + id, "").status()).isEqualTo(409);
    }
}
