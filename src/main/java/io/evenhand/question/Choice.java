package io.evenhand.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The options that an answer to a multiple-choice question names.
 *
 * @param right how many of them are correct
 * @param wrong how many of them are not
 * @param allRight how many correct options the question has
 * @param share of the points that it earns, 0 to 1
 */
public record Choice(int right, int wrong, int allRight, BigDecimal share) {

    private static final int DECIMALS = 6;

    /** Reads option ids with commas between them; all or nothing unless the question is partial. */
    public static Choice of(Question question, String answer) {
        Set<String> chosen = ids(answer);
        Set<String> correct =
                question.options().stream()
                        .filter(Option::correct)
                        .map(Option::id)
                        .collect(Collectors.toSet());
        int right = (int) chosen.stream().filter(correct::contains).count();
        int wrong = chosen.size() - right;
        return new Choice(
                right, wrong, correct.size(), share(question, right, wrong, correct.size()));
    }

    /** The ids in the answer that no option of the question has. */
    public static List<String> unknown(Question question, String answer) {
        Set<String> known = question.options().stream().map(Option::id).collect(Collectors.toSet());
        return ids(answer).stream().filter(id -> !known.contains(id)).toList();
    }

    /** The one criterion by which a choice is graded. */
    public static Rubric rubric(Question question) {
        return new Rubric(
                List.of(Criterion.of("choice", "Chooses the right options", question.points())));
    }

    /** Where part of the points can be earned, a wrong option takes away what a right one gave. */
    private static BigDecimal share(Question question, int right, int wrong, int all) {
        if (right == all && wrong == 0) {
            return BigDecimal.ONE;
        }
        return question.partial() && right > wrong
                ? BigDecimal.valueOf(right - wrong)
                        .divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }

    private static Set<String> ids(String answer) {
        return Arrays.stream(answer.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }
}
