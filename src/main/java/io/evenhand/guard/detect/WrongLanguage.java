package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import io.evenhand.guard.LanguageDetector;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds answers that are plainly in another language than the client said, or, if it said none,
 * than the question.
 *
 * <p>Flags 4 of 12,747 answers that students wrote ({@code bin/flags}).
 */
final class WrongLanguage implements Detector {

    private final LanguageDetector languages;

    WrongLanguage(LanguageDetector languages) {
        this.languages = languages;
    }

    @Override
    public Stream<Flag> look(Subject subject) {
        Optional<String> wanted =
                subject.inspection()
                        .language()
                        .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                        .filter(tag -> !tag.isEmpty() && !tag.equals("und"))
                        .or(() -> languages.detect(subject.inspection().question()));
        Optional<String> written = languages.detect(subject.inspection().view().text());
        boolean wrong =
                wanted.isPresent() && written.isPresent() && !wanted.get().equals(written.get());
        return wrong
                ? Stream.of(
                        new Flag(
                                Flag.Code.WRONG_LANGUAGE,
                                "The answer seems to be in another language than was asked for.",
                                0,
                                subject.answer().length()))
                : Stream.empty();
    }
}
