package io.evenhand.llm;

/** The name under which a model of OpenAI's format wants its cap on output tokens. */
enum TokenLimitParameter {
    MAX_TOKENS,
    MAX_COMPLETION_TOKENS
}
