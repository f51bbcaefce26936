package io.evenhand.interviews.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An interview whose answers are graded by rule at once, and candidates who give them. */
final class InterviewFixture {

    private static final JsonMapper JSON = new JsonMapper();

    private final Api api;
    private final String[] key;

    /**
     * @param key headers of a client that may do everything
     */
    InterviewFixture(Api api, String... key) {
        this.api = api;
        this.key = key;
    }

    /** A question whose right answer is 42. */
    void question(String id, String level, String... skills) {
        Api.Reply reply =
                api.send(
                        HttpMethod.PUT,
                        "/v1/questions/" + id,
                        question(id, level, "\"exactAnswers\": [\"42\"]", skills),
                        with("If-Match", "*"));
        if (reply.status() == 404) {
            reply =
                    api.send(
                            HttpMethod.POST,
                            "/v1/questions",
                            question(id, level, "\"exactAnswers\": [\"42\"]", skills),
                            key);
        }
        assertThat(reply.status()).as(reply.text()).isIn(200, 201);
    }

    /** A question that a model grades. */
    void openQuestion(String id, String level, String... skills) {
        Api.Reply reply =
                api.send(
                        HttpMethod.POST,
                        "/v1/questions",
                        question(id, level, "\"modelAnswer\": \"It fits noise.\"", skills),
                        key);
        assertThat(reply.status()).as(reply.text()).isIn(201, 409);
    }

    private static String question(String id, String level, String graded, String... skills) {
        return """
        {"id": "%s", "status": "PUBLISHED", "text": "What of %s?", "level": "%s", %s,
         "skills": %s, "points": 4}"""
                .formatted(id, id, level, graded, JSON.writeValueAsString(skills));
    }

    /**
     * @param questions each as {@code id} or {@code id*weight}
     */
    static String interview(String id, int passMark, String... questions) {
        String items =
                Arrays.stream(questions)
                        .map(question -> question.split("\\*"))
                        .map(
                                parts ->
                                        "{\"id\": \"%s\", \"weight\": %s}"
                                                .formatted(
                                                        parts[0],
                                                        parts.length > 1 ? parts[1] : "1"))
                        .collect(Collectors.joining(", "));
        return """
        {"id": "%s", "title": "Title of %s", "passMark": %d, "questions": [%s]}"""
                .formatted(id, id, passMark, items);
    }

    void add(String id, int passMark, String... questions) {
        Api.Reply reply =
                api.send(
                        HttpMethod.POST, "/v1/interviews", interview(id, passMark, questions), key);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    /** Hands an answer in and waits for its grade. */
    Api.Reply answer(String candidate, String question, String answer) {
        Api.Reply reply =
                api.post(
                        JSON.writeValueAsString(
                                JSON.createObjectNode()
                                        .put("questionId", question)
                                        .put("answer", answer)
                                        .put("candidateRef", candidate)),
                        key);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    JsonNode get(String path) {
        Api.Reply reply = api.get(path, key);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private String[] with(String... more) {
        String[] all = Arrays.copyOf(key, key.length + more.length);
        System.arraycopy(more, 0, all, key.length, more.length);
        return all;
    }
}
