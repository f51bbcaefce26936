package io.evenhand.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports the shipped bank into a running service and has answers graded by it. */
final class BankTrial {

    /** Its model answer stands for an answer that has nothing to do with a technical question. */
    private static final String FAR = "four-days-before-the-launch";

    private static final JsonMapper JSON = new JsonMapper();

    private final Api api;
    private final List<JsonNode> open;

    BankTrial(Api api) {
        this.api = api;
        JsonNode report =
                api.send(HttpMethod.POST, "/v1/questions/import?source=ai-engineer", "").json();
        assertThat(report.at("/created").asInt() + report.at("/unchanged").asInt()).isEqualTo(102);
        this.open =
                Stream.of("TECHNICAL", "PROBLEM_SOLVING")
                        .flatMap(kind -> questions("kind=" + kind + "&language=en"))
                        .sorted(Comparator.comparing(BankTrial::id))
                        .toList();
    }

    /** English technical questions and problems, by id: those that the fallback grades. */
    List<JsonNode> open() {
        return open;
    }

    /**
     * @param filter as in a query
     */
    Stream<JsonNode> questions(String filter) {
        return api.get("/v1/questions?limit=200&" + filter).json().at("/items").valueStream();
    }

    JsonNode grade(JsonNode question, String answer) {
        Api.Reply reply =
                api.post(
                        JSON.writeValueAsString(
                                Map.of("questionId", id(question), "answer", answer)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    /** Grades every kind of answer to every open question, as many at once as there are cores. */
    BankFigures figures() {
        Map<String, BankAnswers> written = BankAnswers.all();
        assertThat(open)
                .extracting(BankTrial::id)
                .containsExactlyInAnyOrderElementsOf(written.keySet());
        String far = modelAnswers(api.get("/v1/questions/" + FAR).json()).findFirst().orElseThrow();
        SortedMap<String, Map<AnswerKind, Double>> percentages = new ConcurrentSkipListMap<>();
        open.parallelStream()
                .forEach(
                        question ->
                                percentages.put(
                                        id(question),
                                        percentages(question, written.get(id(question)), far)));
        return new BankFigures(percentages);
    }

    private Map<AnswerKind, Double> percentages(
            JsonNode question, BankAnswers written, String far) {
        Map<AnswerKind, Double> row = new EnumMap<>(AnswerKind.class);
        for (AnswerKind kind : AnswerKind.values()) {
            Stream<String> answers =
                    switch (kind) {
                        case MODEL -> modelAnswers(question);
                        case NEXT -> modelAnswers(next(question)).limit(1);
                        case FAR -> Stream.of(far);
                        case GOOD -> Stream.of(written.good());
                        case HALF -> Stream.of(written.half());
                        case WRONG -> Stream.of(written.wrong());
                    };
            row.put(
                    kind,
                    answers.mapToDouble(text -> percentage(question, text)).min().orElseThrow());
        }
        return row;
    }

    private double percentage(JsonNode question, String answer) {
        return grade(question, answer).required("percentage").asDouble();
    }

    /** By id, and after the last one the first. */
    private JsonNode next(JsonNode question) {
        List<JsonNode> category =
                open.stream()
                        .filter(other -> other.at("/category").equals(question.at("/category")))
                        .toList();
        return category.get((category.indexOf(question) + 1) % category.size());
    }

    private static Stream<String> modelAnswers(JsonNode question) {
        return question.required("modelAnswers").valueStream().map(JsonNode::asString);
    }

    private static String id(JsonNode question) {
        return question.required("id").asString();
    }
}
