package io.evenhand.authoring.lint;

import io.evenhand.authoring.lint.Finding.Code;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a criterion asks for more than the question's own words. */
final class QuestionCheck implements RubricCheck {

    private final Wordlist words;

    QuestionCheck(Wordlist words) {
        this.words = words;
    }

    @Override
    public Stream<Finding> apply(Subject subject) {
        Optional<String> language = subject.language();
        Set<String> said = Terms.of(subject.question().text(), language);
        return subject.earning()
                .filter(criterion -> isSaid(terms(criterion, language), said))
                .map(QuestionCheck::finding);
    }

    private static boolean isSaid(Set<String> asked, Set<String> said) {
        return !asked.isEmpty() && said.containsAll(asked);
    }

    /** What its levels ask for, too. */
    private Set<String> terms(Criterion criterion, Optional<String> language) {
        String labels =
                criterion.levels().stream().map(Level::label).collect(Collectors.joining(". "));
        String text = words.without(Wordlist.LEADS, criterion.description()) + ". " + labels;
        return Terms.of(text, language);
    }

    private static Finding finding(Criterion criterion) {
        return Finding.of(
                Code.DOUBLES_QUESTION,
                criterion.id(),
                "The criterion says no more than the question does, so that repeating the question fulfils it: write what a right answer says about it.");
    }
}
