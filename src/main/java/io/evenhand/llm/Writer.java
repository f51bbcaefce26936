package io.evenhand.llm;

import reactor.core.publisher.Mono;

/** Has models write by one prompt, as JSON that keeps to the prompt's schema. */
public interface Writer {

    /**
     * By the first configured model that can be had in time, with retries and one repair. Never
     * fails for a reason that the business knows. Cancelling frees what it holds.
     */
    Mono<Written> write(Brief brief);
}
