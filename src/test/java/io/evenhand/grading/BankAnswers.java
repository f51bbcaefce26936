package io.evenhand.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Answers to a question of the shipped bank, written by somebody who saw the question's text alone.
 *
 * @param good right and complete, in other words than the model answer's
 * @param half about half of it, and vague
 * @param wrong fluent and on the subject, but false where it matters
 */
record BankAnswers(String good, String half, String wrong) {

    /** By the question's id. */
    static Map<String, BankAnswers> all() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver()
                                    .getResources("classpath:bank/answers/*.yaml"))
                    .flatMap(BankAnswers::in)
                    .collect(Collectors.toMap(node -> text(node, "id"), BankAnswers::of));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> in(Resource file) {
        try {
            return new YAMLMapper().readTree(file.getContentAsByteArray()).valueStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BankAnswers of(JsonNode node) {
        return new BankAnswers(text(node, "good"), text(node, "half"), text(node, "wrong"));
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asString();
    }
}
