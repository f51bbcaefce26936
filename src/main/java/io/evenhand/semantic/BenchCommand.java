package io.evenhand.semantic;

import ai.onnxruntime.OrtException;
import io.evenhand.guard.FunctionWords;
import io.evenhand.platform.CommandLine;
import io.evenhand.semantic.alignment.Keys;
import io.evenhand.semantic.alignment.TextReader;
import io.evenhand.semantic.encoding.TextEncoder;
import io.evenhand.semantic.encoding.TokenEncoder;
import io.evenhand.semantic.encoding.WordPieces;
import io.evenhand.semantic.lexical.WordReader;
import io.evenhand.semantic.scoring.Scorer;
import io.evenhand.semantic.scoring.Weights;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * {@code bin/bench semantic}: how long the in-process grader takes on one thread, and how long the
 * embedding of the answer alone, so that figures of two machines can be compared.
 */
public final class BenchCommand {

    private static final String QUESTION = "What is overfitting, and how would you notice it?";

    private static final String MODEL_ANSWER =
            "The model fits the noise of the training set and generalises badly to new data. One"
                    + " notices it by comparing the error on the training set with the error on data"
                    + " that was held out: the first keeps falling while the second grows.";

    /** About 70 word pieces; a number makes every answer a new one. */
    private static final String ANSWER =
            "In run %d I would say that overfitting means that the network has learned the examples"
                    + " by heart, with all their noise, instead of the rule behind them. It then does"
                    + " very well on the data it has seen but poorly on any other. You can see it when"
                    + " you plot both errors over the epochs: training loss goes down, validation loss"
                    + " goes up again after a while.";

    private static final int WARM_UP = 100;

    private final CommandLine options;

    private BenchCommand(CommandLine options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        new BenchCommand(CommandLine.parse(arguments)).run();
    }

    private void run() throws IOException, OrtException {
        int answers = Integer.parseInt(options.or("answers", "1000"));
        try (TextEncoder encoder = new TokenEncoder(new WordPieces(FunctionWords.of("en")))) {
            TextReader reader = new TextReader(encoder, WordReader.english());
            Keys keys = new Keys(reader, 10_000);
            Scorer scorer = new Scorer(reader, keys, Weights.load().head());
            options.out(
                    "%d word pieces an answer%n"
                            .formatted(encoder.encode(ANSWER, TextReader.OF_ANSWER).size()));
            double alone =
                    measure(
                            "embedding alone",
                            answers,
                            text -> encoder.encode(text, TextReader.OF_ANSWER));
            double whole =
                    measure(
                            "whole grading",
                            answers,
                            text -> scorer.share(QUESTION, java.util.List.of(MODEL_ANSWER), text));
            options.out(String.format(Locale.ROOT, "ratio of the medians %.2f%n", whole / alone));
        }
    }

    /** The median in milliseconds. */
    private double measure(String name, int answers, Consumer<String> work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.accept(ANSWER.formatted(-i));
        }
        double[] milliseconds = new double[answers];
        for (int i = 0; i < answers; i++) {
            String text = ANSWER.formatted(i);
            long start = System.nanoTime();
            work.accept(text);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        double median = milliseconds[answers / 2];
        options.out(
                String.format(
                        Locale.ROOT,
                        "%-16s p50 %6.1f ms, p90 %6.1f ms, %6.1f a second on one thread%n",
                        name,
                        median,
                        milliseconds[answers * 9 / 10],
                        1000 * answers / Arrays.stream(milliseconds).sum()));
        return median;
    }
}
