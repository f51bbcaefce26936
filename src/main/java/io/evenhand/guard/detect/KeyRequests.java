package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds demands to be shown what a candidate must not see: the model answer, the rubric, the
 * prompt. Words that are quoted and spoken about are an answer about such attacks.
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
        Stream<Words> bare =
                speech.about(Topic.BARE_REVEAL).stream()
                        .filter(speech::mayDemand)
                        .flatMap(verb -> following(verb, keys));
        Stream<Words> plain =
                speech.about(Topic.REVEAL).stream()
                        .filter(speech::mayDemand)
                        .flatMap(verb -> following(verb, answers));
        return Stream.concat(bare, plain)
                .filter(words -> !speech.isReported(words))
                .limit(1)
                .map(words -> reading.original(words.from(), words.to() - 1))
                .map(
                        span ->
                                new Flag(
                                        Flag.Code.ASKS_FOR_KEY,
                                        "This passage seems to ask for the model answer, the rubric"
                                                + " or the grader's instructions.",
                                        span.start(),
                                        span.end()));
    }

    private static Stream<Words> following(Words verb, List<Words> keys) {
        return Words.within(keys, verb.to(), verb.to() + REACH).limit(1).map(verb::and);
    }
}
