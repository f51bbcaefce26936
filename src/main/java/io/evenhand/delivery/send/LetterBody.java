package io.evenhand.delivery.send;

import io.evenhand.batch.web.BatchView;
import io.evenhand.delivery.Delivery;
import io.evenhand.grading.Grading;
import io.evenhand.grading.web.GradingView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what a receiver reads: the grading as it is now, without the answer and its quotes unless
 * the receiver asks for them; or the batch, which has none.
 */
@Component
public class LetterBody {

    private final JsonMapper json;

    LetterBody(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param includeAnswer whether the receiver is sent the answer and quotes from it
     */
    public String write(Delivery delivery, Content content, boolean includeAnswer) {
        ObjectNode data =
                switch (content) {
                    case Content.OfGrading(Grading grading) -> data(grading, includeAnswer);
                    case Content.OfBatch(BatchView batch) -> json.valueToTree(batch);
                };
        return json.writeValueAsString(
                new Body(delivery.type().label(), delivery.occurredAt(), data));
    }

    private ObjectNode data(Grading grading, boolean includeAnswer) {
        ObjectNode data = json.valueToTree(GradingView.of(grading));
        if (includeAnswer) {
            data.put("answer", grading.submission().answer());
        } else {
            withoutQuotes(data, grading.submission().answer());
        }
        return data;
    }

    /**
     * Where a passage stands is of use to whoever has the answer, and tells nobody else of it. What
     * graders and reviewers say may hold quotes, too.
     */
    private static void withoutQuotes(ObjectNode data, String answer) {
        JsonNode machine = data.path("machine");
        Unquoted unquoted = new Unquoted(answer, quotes(data, machine));
        judged(data, unquoted);
        judged(machine, unquoted);
        data.path("flags").forEach(flag -> mask(flag, "detail", unquoted));
        mask(data, "followUpQuestions", unquoted);
        mask(data.path("review"), "reason", unquoted);
        mask(data.path("review"), "reply", unquoted);
    }

    private static List<String> quotes(JsonNode... grades) {
        return Stream.of(grades)
                .flatMap(grade -> grade.path("criteria").findValuesAsString("quote").stream())
                .toList();
    }

    /** What the grade in force and, once a person decided, the machine's have in common. */
    private static void judged(JsonNode grade, Unquoted unquoted) {
        for (JsonNode criterion : grade.path("criteria")) {
            mask(criterion, "reason", unquoted);
            criterion.path("evidence").forEach(found -> ((ObjectNode) found).remove("quote"));
        }
        mask(grade, "feedback", unquoted);
    }

    private static void mask(JsonNode object, String name, Unquoted unquoted) {
        if (object.has(name)) {
            ((ObjectNode) object).set(name, masked(object.path(name), unquoted));
        }
    }

    private static JsonNode masked(JsonNode node, Unquoted unquoted) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (node.isString()) {
            return nodes.stringNode(unquoted.in(node.asString()));
        }
        if (node.isArray()) {
            ArrayNode all = nodes.arrayNode();
            node.forEach(each -> all.add(masked(each, unquoted)));
            return all;
        }
        node.propertyNames().forEach(name -> mask(node, name, unquoted));
        return node;
    }

    /** The envelope that Standard Webhooks describes. */
    private record Body(String type, Instant timestamp, ObjectNode data) {}
}
