package io.evenhand.semantic.lexical;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Signs that the answer says the opposite: a shared word that is negated in one text only, the
 * other word of a pair of opposites, other numbers. All 0 to 1.
 */
final class Contradictions implements Family {

    @Override
    public List<String> names() {
        return List.of("negation_differs", "opposites", "numbers_missing", "numbers_other");
    }

    @Override
    public double[] of(Trio texts) {
        Set<String> answerForms = texts.answer().forms();
        Set<String> keyForms = texts.key().forms();
        Set<String> questionForms = texts.question().forms();
        return new double[] {
            negationDiffers(texts),
            Opposites.said(keyForms, answerForms),
            numbers(keyForms, number -> !answerForms.contains(number)),
            numbers(
                    answerForms,
                    number -> !keyForms.contains(number) && !questionForms.contains(number))
        };
    }

    private static double negationDiffers(Trio texts) {
        Set<String> inKey = Negations.of(texts.key());
        Set<String> inAnswer = Negations.of(texts.answer());
        Set<String> shared =
                texts.key().content().stream()
                        .map(Word::stem)
                        .filter(texts.answer()::has)
                        .collect(Collectors.toSet());
        long differ =
                shared.stream()
                        .filter(stem -> inKey.contains(stem) != inAnswer.contains(stem))
                        .count();
        return shared.isEmpty() ? 0 : (double) differ / shared.size();
    }

    private static double numbers(Set<String> forms, Predicate<String> lacking) {
        List<String> numbers =
                forms.stream().filter(form -> Character.isDigit(form.codePointAt(0))).toList();
        return numbers.isEmpty()
                ? 0
                : (double) numbers.stream().filter(lacking).count() / numbers.size();
    }
}
