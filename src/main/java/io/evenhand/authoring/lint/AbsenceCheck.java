package io.evenhand.authoring.lint;

import io.evenhand.authoring.lint.Finding.Code;
import io.evenhand.question.Criterion;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a criterion looks for something that is not there. A verdict that gives or takes points
 * needs a passage of the answer, and what an answer leaves out it cannot be quoted for.
 */
final class AbsenceCheck implements RubricCheck {

    /** "Does not begin with the data, but asks first": there is something to see after all. */
    private static final Pattern GOES_ON =
            Pattern.compile("(?i), (and|but|und|sondern) |\\b(but|instead|sondern|stattdessen)\\b");

    private final Wordlist words;

    AbsenceCheck(Wordlist words) {
        this.words = words;
    }

    @Override
    public Stream<Finding> apply(Subject subject) {
        return subject.criteria()
                .filter(criterion -> words.isAbout(Wordlist.ABSENCE, criterion.description()))
                .filter(criterion -> !GOES_ON.matcher(criterion.description()).find())
                .map(AbsenceCheck::finding);
    }

    private static Finding finding(Criterion criterion) {
        return criterion.isDeduction()
                ? Finding.of(
                        Code.DEDUCTION_CANNOT_APPLY,
                        criterion.id(),
                        "The deduction is for something that is missing, which no passage of the answer can show, so it is never believed: make a criterion that earns points for it instead.")
                : Finding.of(
                        Code.EARNED_BY_SILENCE,
                        criterion.id(),
                        "The criterion asks for something to be absent, which an answer that says nothing fulfils and no passage can show: ask for what a right answer says, or make a deduction of the fault.");
    }
}
