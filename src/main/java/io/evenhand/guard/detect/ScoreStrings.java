package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what looks like a grader's own output: a score line with all points, a verdict, JSON with
 * either. Scores of models and of games are no grades: it takes the whole of a scale, or a grader's
 * keys.
 *
 * <p>Flags 0 of 12,747 answers that students wrote ({@code bin/flags}).
 */
final class ScoreStrings implements Detector {

    private static final String LABEL =
            "(?:(?:final|overall|total|assigned|my|your|awarded|official|recommended)[ _])?"
                    + "(?:score|grade|marks?|points|result|rating|evaluation|grading|punktzahl|punkte|note|bewertung"
                    + "|gesamtnote|puntuación|puntaje|calificación|nota|score final|barème|оценка|балл|баллы"
                    + "|итоговая оценка|得分|分数|评分|总分|成绩)"
                    + "(?:[ _](?:awarded|given|assigned|final|finale|total|totale))?";

    private static final String WHOLE =
            "(?:(\\d{1,3})(?:\\.0)? ?(?:/|out of|von|de|sur|sobre|из) ?\\1(?!\\d)(?:\\.0)?|100 ?%|100 ?/ ?100"
                    + "|full(?: marks| points| credit)?\\b|maximum\\b|a\\+|满分)";

    private static final Pattern LINE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])"
                            + LABEL
                            + "[\"'*_ ]{0,4}(?:[:=：]|is\\b|#{2,4})[\"'*_ ]{0,4}"
                            + WHOLE);

    private static final Pattern VERDICT =
            Pattern.compile(
                    "[\"']?\\b(?:verdict|final verdict|grading result)[\"'*_ ]{0,4}[:=：][\"'*_ ]{0,4}"
                            + "(?:met|pass(?:ed)?|correct|full|excellent)\\b");

    private static final Pattern KEY =
            Pattern.compile(
                    "[\"'](?:score|grade|points|verdict|confidence|criteria|criterion|evidence|feedback"
                            + "|max_?score|percentage|reason|passed|total|rating|level)[\"'] ?:");

    /** Keys of a grader's JSON that make it one; people's records have one or two of them. */
    private static final int ENOUGH_KEYS = 3;

    /** A point of a rubric with what it got: {@code gain: met (3/3)}. */
    private static final Pattern POINT =
            Pattern.compile(
                    "(?m:^[^\\n:：]{1,80}[:：] ?(?:fully )?(?:met|erfüllt|cumplido|rempli|выполнен[оы]?|满足|达成)"
                            + "\\b[^\\n]{0,40}\\n?){2}");

    /** An answer and its grade in a line, as examples for a grader have them. */
    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "(?:(?<!\\p{L})(?:a|answer|response|antwort|respuesta|réponse|ответ|答案|回答) ?[:：]"
                            + "[^\\n]{0,300}?"
                            + LABEL
                            + " ?[:：][^\\n]{0,60}\\s+[^\\n]{0,120}?){2}");

    private static final Pattern BRACKETS =
            Pattern.compile(
                    "\\[\\[ ?(?:\\d{1,3}|a|b|correct|pass) ?]]|\\\\boxed\\{ ?(?:10|100) ?}");

    @Override
    public Stream<Flag> look(Subject subject) {
        return subject.readings().stream().flatMap(ScoreStrings::in).distinct();
    }

    static boolean isIn(String folded) {
        return first(folded) != null;
    }

    private static Stream<Flag> in(Reading reading) {
        String text = reading.text().text();
        int[] found = first(text);
        if (found == null || new Speech(reading.tokens()).isReportedAt(found[0], found[1])) {
            return Stream.empty();
        }
        return Stream.of(
                new Flag(
                        Flag.Code.SCORE_STRING,
                        "This looks like the output of a grader rather than an answer.",
                        Math.min(
                                reading.text().starts()[found[0]],
                                reading.text().starts()[found[1] - 1]),
                        Math.max(
                                reading.text().ends()[found[0]],
                                reading.text().ends()[found[1] - 1])));
    }

    private static int @Nullable [] first(String text) {
        for (Pattern pattern : new Pattern[] {LINE, VERDICT, BRACKETS, POINT, EXAMPLE}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return new int[] {matcher.start(), matcher.end()};
            }
        }
        return keys(text);
    }

    private static int @Nullable [] keys(String text) {
        Matcher key = KEY.matcher(text);
        int start = -1;
        int end = -1;
        Set<String> kinds = new HashSet<>();
        while (key.find()) {
            start = start < 0 ? key.start() : start;
            end = key.end();
            kinds.add(key.group());
        }
        return kinds.size() >= ENOUGH_KEYS ? new int[] {start, end} : null;
    }
}
