package io.evenhand.llm;

/** How far a model can be held to the JSON that is wanted of it. */
enum JsonMode {
    /** The provider enforces the schema. */
    SCHEMA,
    /** The provider promises some JSON object; the schema is in the prompt and checked here. */
    OBJECT,
    /** The provider promises nothing; the schema is in the prompt and checked here. */
    NONE
}
