package io.evenhand.support;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A service with a broker, that looks often for what is due. Tests tell theirs by candidate. */
@TestPropertySource(
        properties = {"evenhand.delivery.interval=20ms", "evenhand.dispatch.interval=100ms"})
public abstract class TopicTestBase extends ApiTestBase {

    protected static final String REQUESTS = "evenhand.requests";
    protected static final String DEAD = "evenhand.requests.dlt";
    protected static final String EVENTS = "evenhand.gradings";

    private static final AtomicInteger COUNT = new AtomicInteger();

    protected Topics topics;

    /** Another one for each test. */
    protected String candidate;

    @DynamicPropertySource
    static void broker(DynamicPropertyRegistry properties) {
        properties.add("spring.kafka.bootstrap-servers", TestBroker::address);
    }

    @BeforeEach
    void open() {
        topics = new Topics();
        candidate = "candidate-" + COUNT.incrementAndGet();
    }

    @AfterEach
    void close() {
        topics.close();
    }

    /** {@link Api#BODY} of this test's candidate. */
    protected String body() {
        return Api.BODY.replace("c-1", candidate);
    }

    protected void request(String key, String body) {
        topics.write(REQUESTS, key, body, "tenant", "local");
    }

    protected Topics.Received event(String type) {
        return topics.read(EVENTS, 1, one -> isMine(one) && one.header("type").equals(type))
                .getFirst();
    }

    protected boolean isMine(Topics.Received event) {
        return candidate.equals(event.key());
    }

    /** How many gradings there are of this test's candidate. */
    protected int gradings() {
        return api.get("/v1/gradings?candidateRef=" + candidate).json().at("/items").size();
    }
}
