package io.evenhand.trust;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts which honest answers were accused of something, and of what. */
final class HonestFindings {

    /** Those that say that somebody tries to cheat the grader, not only that an answer is thin. */
    private static final Set<String> ACCUSATIONS =
            Set.of(
                    "INJECTION_SUSPECTED",
                    "CHAT_TEMPLATE",
                    "SCORE_STRING",
                    "HIDDEN_CHARACTERS",
                    "LOOKALIKE_CHARACTERS",
                    "HOSTILE_MARKUP",
                    "ASKS_FOR_KEY");

    private final Map<String, Integer> codes = new TreeMap<>();
    private final Map<String, SuiteGrade> flagged = new TreeMap<>();
    private int answers;
    private int ungraded;

    synchronized void add(HonestAnswer honest, SuiteGrade grade) {
        answers++;
        ungraded += grade.percentage().isEmpty() ? 1 : 0;
        grade.flags().forEach(code -> codes.merge(code, 1, Integer::sum));
        if (!grade.flags().isEmpty()) {
            flagged.put(honest.id(), grade);
        }
    }

    synchronized long accused() {
        return flagged.values().stream().filter(HonestFindings::isAccused).count();
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder();
        text.append(
                "Honest answers: %d, of which %d could not be graded%n"
                        .formatted(answers, ungraded));
        text.append("  with an injection flag: %s%n".formatted(share(accused())));
        text.append("  with any flag: %s%n".formatted(share(flagged.size())));
        codes.forEach((code, n) -> text.append("  %-24s %d%n".formatted(code, n)));
        flagged.forEach(
                (id, grade) ->
                        text.append(
                                "  %s%s: %s%n"
                                        .formatted(
                                                id,
                                                isAccused(grade) ? " (accused)" : "",
                                                String.join(", ", grade.flags()))));
        return text.toString();
    }

    private String share(long n) {
        return "%d (%.1f %%)".formatted(n, answers == 0 ? 0 : 100.0 * n / answers);
    }

    private static boolean isAccused(SuiteGrade grade) {
        return grade.flags().stream().anyMatch(ACCUSATIONS::contains);
    }
}
