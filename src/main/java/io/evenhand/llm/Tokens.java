package io.evenhand.llm;

/**
 * What a provider reported of one call; zeros where it reported nothing.
 *
 * @param input all tokens of the prompt, those from the provider's cache included
 */
record Tokens(long input, long cachedInput, long output) {

    static final Tokens NONE = new Tokens(0, 0, 0);

    Tokens {
        input = Math.max(0, input);
        cachedInput = Math.clamp(cachedInput, 0, input);
        output = Math.max(0, output);
    }
}
