package io.evenhand.delivery.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.batch.web.BatchApi;
import io.evenhand.support.Api;
import io.evenhand.support.TestBroker;
import io.evenhand.support.TopicTestBase;
import io.evenhand.support.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Whatever happens to gradings and batches is told by topic. */
class TopicTests extends TopicTestBase {

    @Test
    void tellsOfAGradingWithoutItsAnswer() {
        Api.Reply graded = api.post(body());

        Topics.Received event = event("grading.completed");

        assertThat(event.header("id")).startsWith("msg_");
        assertThat(event.header("tenant")).isEqualTo("local");
        assertThat(event.at("/type")).isEqualTo("grading.completed");
        assertThat(event.at("/timestamp")).isNotBlank();
        assertThat(event.at("/data/id")).isEqualTo(graded.id());
        assertThat(event.at("/data/status")).isEqualTo("GRADED");
        assertThat(event.json().at("/data").has("answer")).isFalse();
        assertThat(event.value()).doesNotContain("memorises").contains("\"start\":0");
    }

    @Test
    void keysByTheGradingWhereThereIsNoCandidate() {
        String id = api.post(Api.BODY.replace(", \"candidateRef\": \"c-1\"", "")).id();

        assertThat(topics.read(EVENTS, 1, one -> id.equals(one.key()))).hasSize(1);
    }

    @Test
    void tellsOfWhatAsksForAPersonAndOfWhatThePersonSaid() {
        Api.Reply graded = api.post(body().replace("\"rubric\"", "\"passMark\": 98, \"rubric\""));
        event("grading.completed");
        event("grading.review_needed");

        Api.Reply decided =
                api.send(
                        HttpMethod.POST,
                        "/v1/gradings/" + graded.id() + "/review",
                        "{\"criteria\": [{\"id\": \"noise\", \"points\": 3}], \"reason\": \"ok\"}",
                        "If-Match",
                        graded.headers().getETag());
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);

        Topics.Received revised = event("grading.revised");
        assertThat(revised.at("/data/status")).isEqualTo("REVIEWED");
        assertThat(revised.json().at("/data/revision").asInt()).isEqualTo(2);
        assertThat(topics.all(EVENTS, this::isMine))
                .hasSize(3)
                .extracting(one -> one.header("id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsThatABatchIsCompleted() {
        BatchApi batches = new BatchApi(api);
        String id = batches.accepted(batches.upload(BatchApi.NDJSON, BatchApi.lines(2)));

        Topics.Received event = topics.read(EVENTS, 1, one -> id.equals(one.key())).getFirst();

        assertThat(event.header("type")).isEqualTo("batch.completed");
        assertThat(event.json().at("/data")).isEqualTo(batches.get(id));
    }

    @Test
    void aBrokerThatIsDownDelaysAndLosesNothing() {
        api.post(body());
        event("grading.completed");
        TestBroker.stop();
        try {
            for (int i = 0; i < 3; i++) {
                assertThat(api.post(body()).at("/status")).isEqualTo("GRADED");
            }
        } finally {
            TestBroker.goOn();
        }
        request(candidate, body());

        List<Topics.Received> told = topics.read(EVENTS, 5, this::isMine);

        assertThat(told).extracting(one -> one.at("/data/id")).hasSize(5).doesNotHaveDuplicates();
        assertThat(gradings()).isEqualTo(5);
    }
}
