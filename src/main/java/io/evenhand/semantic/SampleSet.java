package io.evenhand.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The samples of one data set.
 *
 * @param name of its file
 */
record SampleSet(String name, String sha256, List<Sample> samples) {

    static SampleSet of(GradedFile file, TextReader reader) {
        Keys keys = new Keys(reader, Comparison.OF_ANSWER * 100L);
        List<Sample> samples = new ArrayList<>();
        for (GradedAnswer graded : file.answers()) {
            samples.add(sample(graded, keys, reader));
        }
        return new SampleSet(file.name(), file.sha256(), List.copyOf(samples));
    }

    private static Sample sample(GradedAnswer graded, Keys keys, TextReader reader) {
        Reading reading =
                new Reading(
                        keys.of(graded.question(), Comparison.OF_QUESTION),
                        reader.read(graded.answer(), Comparison.OF_ANSWER));
        return new Sample(
                graded,
                graded.keys().stream()
                        .map(key -> keys.of(key, Comparison.OF_MODEL_ANSWER))
                        .map(key -> Features.of(reading.with(key)))
                        .toList(),
                graded.items().stream()
                        .map(item -> keys.of(item.text(), Comparison.OF_CRITERION))
                        .map(key -> ItemScore.of(reading.with(key).keyFound()))
                        .toList(),
                reading.answer().words().saysNothing(),
                Doubt.of(graded.answer(), reading.answer().words()));
    }

    /** Answers that say something: what a fit can learn from. */
    List<Sample> telling() {
        return samples.stream().filter(sample -> !sample.empty()).toList();
    }

    /** Those that have a model answer to be held against. */
    Stream<Sample> withKeys() {
        return samples.stream().filter(sample -> !sample.features().isEmpty());
    }
}
