package io.evenhand.llm;

/** What is done to every text that a model wrote. */
final class Text {

    private Text() {}

    /** Without control characters, at the ends without white space, and no longer than that. */
    static String clean(String text, int mostChars) {
        return cut(text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip(), mostChars);
    }

    /** The first so many UTF-16 units, never half of a surrogate pair. */
    static String cut(String text, int mostChars) {
        if (text.length() <= mostChars) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(mostChars - 1));
        return text.substring(0, splits ? mostChars - 1 : mostChars);
    }
}
