package io.evenhand.delivery.send;

import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.Endpoint;
import io.evenhand.grading.Grading;
import io.evenhand.grading.web.GradingView;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what a receiver reads: the grading as it is now, without the answer and its quotes unless
 * the endpoint asks for them.
 */
@Component
class LetterBody {

    private final JsonMapper json;

    LetterBody(JsonMapper json) {
        this.json = json;
    }

    String write(Delivery delivery, Endpoint endpoint, Grading grading) {
        ObjectNode data = json.valueToTree(GradingView.of(grading));
        if (endpoint.includeAnswer()) {
            data.put("answer", grading.submission().answer());
        } else {
            withoutQuotes(data);
        }
        return json.writeValueAsString(
                new Body(delivery.type().label(), delivery.occurredAt(), data));
    }

    /** Where a passage stands is of use to whoever has the answer, and tells nobody else of it. */
    private static void withoutQuotes(ObjectNode data) {
        for (JsonNode criterion : data.path("criteria")) {
            for (JsonNode evidence : criterion.path("evidence")) {
                ((ObjectNode) evidence).remove("quote");
            }
        }
    }

    /** The envelope that Standard Webhooks describes. */
    private record Body(String type, Instant timestamp, ObjectNode data) {}
}
