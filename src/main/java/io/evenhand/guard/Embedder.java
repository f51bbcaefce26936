package io.evenhand.guard;

import java.util.Optional;

/** Turns short texts into vectors whose cosine says how near their meanings are. */
public interface Embedder {

    /**
     * A vector of length 1; takes some ten milliseconds of the calling thread.
     *
     * @return empty as long as no model is loaded
     */
    Optional<float[]> embed(String text);
}
