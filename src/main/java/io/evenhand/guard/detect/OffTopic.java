package io.evenhand.guard.detect;

import io.evenhand.guard.Embedder;
import io.evenhand.guard.Flag;
import io.evenhand.guard.LanguageDetector;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds answers that share neither words nor meaning with the question and the model answers. The
 * vectors are English ones and cost milliseconds, so that only answers without shared words are
 * compared by them.
 */
final class OffTopic implements Detector {

    /** Content words; with fewer, neither measure says anything. */
    private static final int FEWEST = 12;

    /** Share of the content words that the question or a model answer has too. */
    private static final double MOST_SHARED = .15;

    /** Cosine; set by hand, far below what answers to the question reach. */
    private static final double FARTHEST = .15;

    /** Letters by which words are compared, in place of a stem. */
    private static final int STEM = 5;

    /** UTF-16 units of a text that are compared. */
    private static final int LONGEST = 2_000;

    private static final String ENGLISH = "en";

    private final LanguageDetector languages;

    OffTopic(LanguageDetector languages) {
        this.languages = languages;
    }

    @Override
    public Stream<Flag> look(Subject subject) {
        String answer = subject.inspection().view().text();
        Set<String> own = stems(subject.shown().tokens());
        if (own.size() < FEWEST || !languages.detect(answer).filter(ENGLISH::equals).isPresent()) {
            return Stream.empty();
        }
        List<String> topic =
                Stream.concat(
                                Stream.of(subject.inspection().question()),
                                subject.inspection().modelAnswers().stream())
                        .toList();
        return sharesWords(own, topic) || !isFar(subject, answer, topic)
                ? Stream.empty()
                : Stream.of(
                        new Flag(
                                Flag.Code.OFF_TOPIC,
                                "The answer seems to be about something else than the question.",
                                0,
                                subject.answer().length()));
    }

    private static boolean sharesWords(Set<String> own, List<String> topic) {
        Set<String> known =
                topic.stream()
                        .flatMap(text -> stems(Tokens.of(Folding.of(text))).stream())
                        .collect(Collectors.toSet());
        return own.stream().filter(known::contains).count() > MOST_SHARED * own.size();
    }

    private static boolean isFar(Subject subject, String answer, List<String> topic) {
        return subject.inspection()
                .embedder()
                .filter(embedder -> topic.stream().allMatch(text -> isFar(embedder, answer, text)))
                .isPresent();
    }

    private static boolean isFar(Embedder embedder, String one, String other) {
        return embedder.embed(start(one))
                .flatMap(a -> embedder.embed(start(other)).map(b -> cosine(a, b)))
                .filter(cosine -> cosine < FARTHEST)
                .isPresent();
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static Set<String> stems(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> !Content.isFunctionWord(token, ENGLISH))
                .map(Token::text)
                .map(word -> word.substring(0, Math.min(word.length(), STEM)))
                .collect(Collectors.toSet());
    }
}
