package io.evenhand.semantic.features;

import io.evenhand.semantic.alignment.Pairing;
import io.evenhand.semantic.lexical.LexicalFeatures;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** All that is measured of an answer beside one model answer. */
public final class Features {

    /** In the order of the values. */
    public static final List<String> NAMES =
            Stream.of(
                            AlignmentFeatures.NAMES,
                            ContentFeatures.NAMES,
                            MeaningFeatures.NAMES,
                            LexicalFeatures.NAMES)
                    .flatMap(List::stream)
                    .toList();

    private Features() {}

    public static double[] of(Pairing pairing) {
        return Stream.of(
                        AlignmentFeatures.of(pairing),
                        ContentFeatures.of(pairing),
                        MeaningFeatures.of(pairing),
                        LexicalFeatures.of(pairing.words()))
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }
}
