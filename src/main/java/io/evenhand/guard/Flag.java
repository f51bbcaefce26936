package io.evenhand.guard;

/**
 * Something about an answer that a reviewer should know; it never changes a score.
 *
 * @param start in UTF-16 code units of the answer as it was sent
 * @param end exclusive
 */
public record Flag(Code code, String detail, int start, int end) {

    /** The closed list of things that are flagged. */
    public enum Code {
        BLANK_ANSWER,
        NEAR_BLANK,
        INJECTION_SUSPECTED,
        CHAT_TEMPLATE,
        SCORE_STRING,
        HIDDEN_CHARACTERS,
        LOOKALIKE_CHARACTERS,
        HOSTILE_MARKUP,
        ASKS_FOR_KEY,
        COPIED_QUESTION,
        COPIED_MODEL_ANSWER,
        REARRANGED_MODEL_ANSWER,
        KEYWORD_LIST,
        HEDGING,
        PADDING,
        WRONG_LANGUAGE,
        OFF_TOPIC
    }
}
