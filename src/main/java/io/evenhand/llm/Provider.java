package io.evenhand.llm;

/** Whose wire format a model speaks. */
enum Provider {
    /** OpenAI's chat completions, which most servers speak. */
    OPENAI,
    /** Anthropic's messages. */
    ANTHROPIC
}
