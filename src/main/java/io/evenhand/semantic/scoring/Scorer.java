package io.evenhand.semantic.scoring;

import io.evenhand.semantic.alignment.Keys;
import io.evenhand.semantic.alignment.Reading;
import io.evenhand.semantic.alignment.Text;
import io.evenhand.semantic.alignment.TextReader;
import io.evenhand.semantic.features.Features;
import java.util.List;

/** Scores whole answers beside model answers. May be used by many threads at once. */
public final class Scorer {

    private final TextReader reader;
    private final Keys keys;
    private final Head head;

    public Scorer(TextReader reader, Keys keys, Head head) {
        this.reader = reader;
        this.keys = keys;
        this.head = head;
    }

    /** The share of the points that people would give, 0 to 1; the best model answer counts. */
    public double share(String question, List<String> modelAnswers, String answer) {
        return share(read(question, answer), modelAnswers);
    }

    public double share(Reading reading, List<String> modelAnswers) {
        if (reading.answer().words().saysNothing()) {
            return 0;
        }
        return modelAnswers.stream()
                .mapToDouble(text -> Share.of(head.score(Features.of(reading.with(key(text))))))
                .max()
                .orElse(0);
    }

    public Reading read(String question, String answer) {
        return new Reading(
                keys.of(question, TextReader.OF_QUESTION),
                reader.read(answer, TextReader.OF_ANSWER));
    }

    private Text key(String modelAnswer) {
        return keys.of(modelAnswer, TextReader.OF_MODEL_ANSWER);
    }
}
