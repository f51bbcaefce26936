package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the signs that part the turns of a chat with a model, or that feign the end of the answer,
 * where what stands around them is about grading. An answer that explains such templates shows them
 * with other words in them, or quotes them.
 *
 * <p>Flags 0 of 12,747 answers that students wrote ({@code bin/flags}).
 */
final class ChatTemplates implements Detector {

    private static final Pattern SIGN =
            Pattern.compile(
                    "<\\|[a-z_]{2,24}\\|>|<｜[^｜\\n]{2,24}｜>|\\[/?inst]|<</?sys>>|</?(?:start|end)_of_turn>"
                            + "|</?(?:system|assistant|user|human|instructions?|prompt|answer|student_answer"
                            + "|candidate_answer|response|submission|grading|rubric|s)>"
                            + "|(?m:^[ #*=-]*(?:system|assistant|human|user|instructions?"
                            + "|new instructions|system prompt|developer)[ #*]*:)"
                            + "|(?m:^#{2,4} ?(?:system|instructions?|response|assistant|user)\\b)"
                            + "|\"role\" ?: ?\"(?:system|assistant|user|developer)\"");

    /** Feigns that the answer ends here, which only a grader's own frame would say. */
    private static final Pattern FENCE =
            Pattern.compile(
                    "(?<![-=#*<\\[~_])[-=#*<\\[~_]{2,80}+ ?/?(?:end|begin|start|ende|fin|inicio|début|конец|начало)(?:ing)?[ _]"
                            + "(?:of |der |des |de |del |du |de la )?(?:the |la |l')?"
                            + "(?:student'?s? |candidate'?s? |user'?s? )?[_ ]?(?:answer|response|submission|input|data"
                            + "|text|system|prompt|instructions?|message|antwort|eingabe|abgabe|respuesta|entrega"
                            + "|réponse|copie|ответа|текста)"
                            + "|(?<![-=#*<\\[~_])[-=#*<\\[~_]{2,80}+ ?(?:答案|回答|答卷|作答)(?:结束|完毕|到此为止)");

    /** UTF-16 units around a sign that are read for what it is about. */
    private static final int BEFORE = 60;

    private static final int AFTER = 400;

    @Override
    public Stream<Flag> look(Subject subject) {
        return subject.readings().stream().flatMap(ChatTemplates::in).distinct();
    }

    private static Stream<Flag> in(Reading reading) {
        String text = reading.text().text();
        Matcher sign = SIGN.matcher(text);
        int[] quotes = null;
        for (int seen = 0; seen < 20 && sign.find(); seen++) {
            quotes = quotes == null ? Quotes.in(text) : quotes;
            boolean quoted = quotes[sign.start()] > 0 && !sign.group().startsWith("\"");
            if (!quoted && isAboutGrading(text, sign.start(), sign.end())) {
                return Stream.of(flag(reading, sign.start(), sign.end()));
            }
        }
        Matcher fence = FENCE.matcher(text);
        return fence.find() && speaksOn(text, fence.end())
                ? Stream.of(flag(reading, fence.start(), fence.end()))
                : Stream.empty();
    }

    private static boolean speaksOn(String text, int end) {
        String after = text.substring(end, Math.min(text.length(), end + AFTER));
        List<Token> tokens = Tokens.of(after);
        return ScoreStrings.isIn(after)
                || Stream.of(Topic.GRADER, Topic.PRIZE, Topic.MINE, Topic.ORDERS)
                        .anyMatch(topic -> !Words.about(topic, tokens).isEmpty());
    }

    private static boolean isAboutGrading(String text, int start, int end) {
        String after = text.substring(end, Math.min(text.length(), end + AFTER));
        String before = text.substring(Math.max(0, start - BEFORE), start);
        List<Token> tokens = Tokens.of(before + "\n" + after);
        return ScoreStrings.isIn(before + "\n" + after)
                || !Words.about(Topic.PRIZE, tokens).isEmpty()
                || !Words.about(Topic.ORDERS, tokens).isEmpty()
                        && !Words.about(Topic.OVERRIDE, tokens).isEmpty();
    }

    private static Flag flag(Reading reading, int start, int end) {
        return new Flag(
                Flag.Code.CHAT_TEMPLATE,
                "This looks like a sign that parts the turns of a chat with a model, with words about"
                        + " grading after it.",
                reading.text().starts()[start],
                Math.max(reading.text().ends()[end - 1], reading.text().starts()[start]));
    }
}
