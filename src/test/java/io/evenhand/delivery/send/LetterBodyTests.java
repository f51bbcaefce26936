package io.evenhand.delivery.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.Endpoint;
import io.evenhand.delivery.EndpointId;
import io.evenhand.delivery.EventType;
import io.evenhand.delivery.MessageId;
import io.evenhand.delivery.SigningSecrets;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.Samples;
import io.evenhand.guard.Flag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a receiver reads tells nothing of the answer unless it asked for it. */
class LetterBodyTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final LetterBody bodies = new LetterBody(JSON);

    @Test
    void quotesNothingWhoeverWroteIt() {
        String body = body(false);

        assertThat(body).doesNotContainIgnoringCase("memorises").contains("false");
        JsonNode feedback = JSON.readTree(body).at("/data/feedback");
        assertThat(feedback.at("/summary").asString())
                .isEqualTo("You say \"[...]\", which is half of it.");
        assertThat(feedback.at("/strengths/0").asString()).isEqualTo("[...]? Well seen.");
        assertThat(feedback.at("/improvements/0").asString()).isEqualTo("Say what the noise is.");
    }

    @Test
    void keepsEveryWordForAnEndpointThatAskedForTheAnswer() {
        assertThat(JSON.readTree(body(true)).at("/data/feedback/strengths/0").asString())
                .isEqualTo("IT MEMORISES -- the noise? Well seen.");
    }

    private String body(boolean includeAnswer) {
        Grade grade = Samples.byModel();
        Grade chatty =
                new Grade(
                        grade.score(),
                        grade.maxScore(),
                        grade.scoreRange(),
                        grade.criteria(),
                        new Feedback(
                                "You say \"memorises the noise\", which is half of it.",
                                List.of("IT MEMORISES -- the noise? Well seen."),
                                List.of("Say what the noise is.")),
                        List.of("Why memorises the noise?"),
                        grade.confidence(),
                        grade.confidenceBasis(),
                        grade.grader(),
                        grade.usage(),
                        grade.reviewReasons());
        Grading graded =
                Samples.queued()
                        .claimed(Samples.NOW)
                        .graded(
                                chatty,
                                List.of(Samples.flag(Flag.Code.HEDGING)),
                                Optional.empty(),
                                Samples.NOW);
        Endpoint endpoint = endpoint(includeAnswer);
        Delivery delivery =
                Delivery.due(
                        endpoint,
                        MessageId.next(),
                        EventType.GRADING_COMPLETED,
                        graded.id(),
                        1,
                        Instant.EPOCH);
        return bodies.write(delivery, endpoint, graded);
    }

    private static Endpoint endpoint(boolean includeAnswer) {
        return new Endpoint(
                Samples.TENANT,
                EndpointId.next(),
                URI.create("https://example.com/hook"),
                Set.of(EventType.GRADING_COMPLETED),
                includeAnswer,
                true,
                Optional.empty(),
                SigningSecrets.of("v1:sealed"),
                Samples.NOW,
                1);
    }
}
