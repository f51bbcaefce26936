package io.evenhand.guard;

import java.util.List;
import java.util.Optional;

/**
 * An answer and what it is held against when somebody looks for tricks in it.
 *
 * @param answer as it was sent
 * @param modelAnswers empty if there are none
 * @param language BCP 47 tag of the answer's language, if the client gave it
 * @param embedder if there is one
 */
public record Inspection(
        String answer,
        JudgesView view,
        String question,
        List<String> modelAnswers,
        Optional<String> language,
        Optional<Embedder> embedder) {

    public Inspection {
        modelAnswers = List.copyOf(modelAnswers);
    }
}
