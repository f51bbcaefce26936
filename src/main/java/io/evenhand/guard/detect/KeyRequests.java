package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import io.evenhand.guard.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds demands to be shown what a candidate must not see: the model answer, the rubric, the
 * prompt. Words that are quoted and spoken about are an answer about such attacks.
 *
 * <p>Flags 3 of 12,747 answers that students wrote ({@code bin/flags}).
 */
final class KeyRequests implements Detector {

    /** Tokens between a demand and what is to be shown. */
    private static final int REACH = 7;

    @Override
    public Stream<Flag> look(Subject subject) {
        return subject.readings().stream().flatMap(KeyRequests::in).distinct();
    }

    private static Stream<Flag> in(Reading reading) {
        Speech speech = new Speech(reading.tokens());
        List<Words> keys = speech.about(Topic.KEY);
        List<Words> answers = speech.about(Topic.KEY, Topic.KEY_OF_A_QUESTION);
        if (answers.isEmpty()) {
            return Stream.empty();
        }
        Stream<Words> bare = demands(speech, Topic.BARE_REVEAL, keys);
        return Stream.concat(bare, demands(speech, Topic.REVEAL, answers))
                .filter(words -> !speech.isReported(words))
                .limit(1)
                .map(words -> flag(reading.original(words.from(), words.to() - 1)));
    }

    private static Stream<Words> demands(Speech speech, Topic verbs, List<Words> keys) {
        return speech.about(verbs).stream()
                .filter(speech::mayDemand)
                .flatMap(verb -> following(verb, keys));
    }

    private static Flag flag(Span span) {
        return new Flag(
                Flag.Code.ASKS_FOR_KEY,
                "This passage seems to ask for the model answer, the rubric or the grader's"
                        + " instructions.",
                span.start(),
                span.end());
    }

    private static Stream<Words> following(Words verb, List<Words> keys) {
        return Words.within(keys, verb.to(), verb.to() + REACH).limit(1).map(verb::and);
    }
}
