package io.evenhand.semantic.alignment;

import io.evenhand.semantic.encoding.TokenVectors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text about nothing in particular, to learn from it what chance finds: scenes of everyday life,
 * and short explanations from fourteen fields.
 */
final class Unrelated {

    private static final String RESOURCE = "/io/evenhand/semantic/unrelated.txt";

    /** Steps of the scale of cosines, fine enough to be invisible in a score. */
    private static final int STEPS = 512;

    private final PieceSearch pieces;

    private Unrelated(PieceSearch pieces) {
        this.pieces = pieces;
    }

    static Unrelated read(TextReader reader) {
        try (InputStream file = Unrelated.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("not on the class path: " + RESOURCE);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            return of(reader.read(text, TextReader.OF_ANSWER).pieces());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Unrelated of(TokenVectors text) {
        return new Unrelated(new PieceSearch(text));
    }

    Chance chance(TokenVectors key) {
        return new Chance(
                Arrays.stream(key.vectors()).map(this::greatest).toArray(double[][]::new));
    }

    /**
     * The expected greatest cosine of 1, 2, 4 ... pieces drawn from the text: of n draws none lies
     * above a value with the n-th power of the chance that one does not, and doubling n squares it.
     */
    private double[] greatest(float[] piece) {
        double[] notAbove = distribution(pieces.cosinesTo(piece));
        double[] expected = new double[Chance.DOUBLINGS + 1];
        for (int doubling = 0; doubling < expected.length; doubling++) {
            for (int step = 0; step < STEPS; step++) {
                expected[doubling] += (1 - notAbove[step]) / STEPS;
                notAbove[step] *= notAbove[step];
            }
        }
        return expected;
    }

    /** The part of the cosines that is not above the middle of each step from 0 to 1. */
    private static double[] distribution(float[] cosines) {
        double[] part = new double[STEPS];
        for (float cosine : cosines) {
            int step = Math.round(cosine * STEPS);
            if (step < STEPS) {
                part[Math.max(0, step)] += 1.0 / cosines.length;
            }
        }
        for (int step = 1; step < STEPS; step++) {
            part[step] += part[step - 1];
        }
        return part;
    }
}
