package io.evenhand.llm;

import io.evenhand.grading.turns.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What a model is to write.
 *
 * @param subject names it in the log, without a word of what it holds
 * @param ticket on whose behalf, and how urgent it is
 * @param values of the prompt's marks; data, which the prompt puts between two lines of a random
 *     mark, {@code {{fence}}}, that none of them holds
 * @param problems what is wrong with an output that the schema lets pass, in words that a model can
 *     mend it by; empty if nothing is. Never a word of the values
 * @param deadline when it must be there
 */
public record Brief(
        String subject,
        Ticket ticket,
        Map<String, String> values,
        Function<JsonNode, List<String>> problems,
        Instant deadline) {

    public Brief {
        values = Map.copyOf(values);
    }
}
