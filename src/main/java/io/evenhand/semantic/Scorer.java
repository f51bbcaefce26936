package io.evenhand.semantic;

import java.util.List;

/** Scores whole answers beside model answers. May be used by many threads at once. */
final class Scorer {

    private final TextReader reader;
    private final Keys keys;
    private final Head head;

    Scorer(TextReader reader, Keys keys, Head head) {
        this.reader = reader;
        this.keys = keys;
        this.head = head;
    }

    /** The share of the points that people would give, 0 to 1; the best model answer counts. */
    double share(String question, List<String> modelAnswers, String answer) {
        return share(read(question, answer), modelAnswers);
    }

    double share(Reading reading, List<String> modelAnswers) {
        if (reading.answer().words().saysNothing()) {
            return 0;
        }
        return modelAnswers.stream()
                .mapToDouble(text -> Share.of(head.score(Features.of(reading.with(key(text))))))
                .max()
                .orElse(0);
    }

    Reading read(String question, String answer) {
        return new Reading(
                keys.of(question, Comparison.OF_QUESTION),
                reader.read(answer, Comparison.OF_ANSWER));
    }

    private Text key(String modelAnswer) {
        return keys.of(modelAnswer, Comparison.OF_MODEL_ANSWER);
    }
}
