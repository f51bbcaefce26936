package io.evenhand.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.ibm.icu.lang.UCharacter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The right answers to a question that has a short one: whoever gives any of them has all points,
 * whoever gives none has no points.
 *
 * <p>Case, white space and the sentence's last mark decide nothing. What is a number is compared as
 * one. An exclamation mark is no such mark: of a factorial it is the answer.
 *
 * @param texts at least one
 * @param tolerance how far a number may be from a right one, 0 or more; none means not at all
 */
public record ExactAnswers(List<String> texts, Optional<BigDecimal> tolerance) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** White space says nothing where a sign already parts what is around it. */
    private static final Pattern AROUND_SIGNS = Pattern.compile(" ?([\\p{P}\\p{S}]) ?");

    private static final Pattern LAST_MARKS = Pattern.compile("[.,;:…\u3002\uFF0C\uFF1B\uFF1A]+$");

    @JsonCreator
    public ExactAnswers {
        texts = List.copyOf(texts);
        tolerance = Objects.requireNonNullElse(tolerance, Optional.empty());
    }

    /**
     * @param answer as a reader sees it, without anything invisible
     */
    public boolean include(String answer) {
        String said = comparable(answer);
        Optional<BigDecimal> number = ShortNumber.of(answer);
        return texts.stream()
                .anyMatch(
                        text ->
                                comparable(text).equals(said)
                                        || number.flatMap(
                                                        n -> ShortNumber.of(text).map(n::subtract))
                                                .filter(this::isTolerated)
                                                .isPresent());
    }

    private boolean isTolerated(BigDecimal difference) {
        return difference.abs().compareTo(tolerance.orElse(BigDecimal.ZERO)) <= 0;
    }

    /** The one criterion by which such an answer is graded. */
    static Rubric rubric(Points points) {
        return new Rubric(List.of(Criterion.of("exact-answer", "Gives the right answer", points)));
    }

    /** What two texts have in common that say the same; empty if there is nothing to compare. */
    static String comparable(String text) {
        String spaced = SPACES.matcher(UCharacter.foldCase(text, true)).replaceAll(" ").strip();
        String close = AROUND_SIGNS.matcher(spaced).replaceAll("$1");
        return LAST_MARKS.matcher(close).replaceAll("");
    }
}
