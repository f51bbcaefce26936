package io.evenhand.authoring.lint;

import io.evenhand.authoring.lint.Finding.Code;
import io.evenhand.question.Criterion;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a reader of the text can see what a criterion asks for. */
final class ObservableCheck implements RubricCheck {

    private final Wordlist words;

    ObservableCheck(Wordlist words) {
        this.words = words;
    }

    @Override
    public Stream<Finding> apply(Subject subject) {
        return subject.criteria().flatMap(criterion -> of(criterion).stream());
    }

    private Optional<Finding> of(Criterion criterion) {
        return words.begins(Wordlist.STATES, criterion.description())
                .or(() -> words.holds(Wordlist.TRAITS, criterion.description()))
                .map(
                        phrase ->
                                Finding.of(
                                        Code.NOT_OBSERVABLE,
                                        criterion.id(),
                                        "\"%s\" cannot be seen in a text: write what the answer says or names when this is so."
                                                .formatted(phrase)));
    }
}
