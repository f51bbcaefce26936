package io.evenhand.semantic.training;

import io.evenhand.semantic.alignment.Keys;
import io.evenhand.semantic.alignment.Reading;
import io.evenhand.semantic.alignment.TextReader;
import io.evenhand.semantic.features.Features;
import io.evenhand.semantic.scoring.Doubt;
import io.evenhand.semantic.scoring.Head;
import io.evenhand.semantic.scoring.ItemCurve;
import io.evenhand.semantic.scoring.ItemScore;
import java.util.List;

/**
 * The samples of one data set.
 *
 * @param name of its file
 */
record SampleSet(String name, String sha256, List<Sample> samples) {

    static SampleSet of(GradedFile file, TextReader reader) {
        Keys keys = new Keys(reader, TextReader.OF_ANSWER * 100L);
        // in their order, whichever thread is first
        List<Sample> samples =
                file.answers().parallelStream()
                        .map(graded -> sample(graded, keys, reader))
                        .toList();
        return new SampleSet(file.name(), file.sha256(), samples);
    }

    private static Sample sample(GradedAnswer graded, Keys keys, TextReader reader) {
        Reading reading =
                new Reading(
                        keys.of(graded.question(), TextReader.OF_QUESTION),
                        reader.read(graded.answer(), TextReader.OF_ANSWER));
        return new Sample(
                graded,
                graded.keys().stream()
                        .map(key -> keys.of(key, TextReader.OF_MODEL_ANSWER))
                        .map(key -> Features.of(reading.with(key)))
                        .toList(),
                graded.items().stream()
                        .map(item -> keys.of(item.text(), TextReader.OF_CRITERION))
                        .map(key -> reading.with(key).keyFoundBeyond(keys.chance(key)))
                        .map(ItemScore::of)
                        .toList(),
                reading.answer().words().saysNothing(),
                Doubt.of(graded.answer(), reading.answer().words()));
    }

    /** Answers that say something: what a fit can learn from. */
    List<Sample> telling() {
        return samples.stream().filter(sample -> !sample.empty()).toList();
    }

    /** By how much people's scores lie above the head's on average. */
    double meanError(Head head) {
        return telling().stream()
                .mapToDouble(sample -> sample.graded().target() - sample.best(head))
                .average()
                .orElseThrow();
    }

    /** The answers to one question, or those to all the others. */
    SampleSet of(String question, boolean others) {
        return new SampleSet(
                name,
                sha256,
                samples.stream()
                        .filter(s -> s.graded().question().equals(question) != others)
                        .toList());
    }

    List<String> questions() {
        return samples.stream().map(sample -> sample.graded().question()).distinct().toList();
    }

    /** What a curve of items learns from: people's labels with the item scores. */
    ItemCurve.Labels labels() {
        return new ItemCurve.Labels(
                samples.stream()
                        .flatMap(sample -> sample.itemScores().stream())
                        .mapToDouble(score -> score)
                        .toArray(),
                samples.stream()
                        .flatMap(sample -> sample.graded().items().stream())
                        .mapToDouble(GradedAnswer.Item::human)
                        .toArray());
    }
}
