package io.evenhand.semantic.training;

import ai.onnxruntime.OrtException;
import io.evenhand.guard.FunctionWords;
import io.evenhand.platform.CommandLine;
import io.evenhand.semantic.alignment.TextReader;
import io.evenhand.semantic.encoding.TextEncoder;
import io.evenhand.semantic.encoding.TokenEncoder;
import io.evenhand.semantic.encoding.WordPieces;
import io.evenhand.semantic.lexical.WordReader;
import io.evenhand.semantic.scoring.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code bin/train-semantic}: trains the in-process grader, and prints how good it is. */
public final class TrainCommand {

    static final List<String> TRAINED_ON =
            List.of("scientsbank_train.csv", "beetle_train.csv", "saf_english_train.csv");

    static final List<String> ITEMS = List.of("physics_items.csv", "khan_half.csv");

    static final String HELD_OUT = "neural_networks_half.csv";

    static final String GERMAN = "saf_german_train.csv";

    private static final String SHIPPED = "src/main/resources/io/evenhand/semantic/weights.json";

    private final CommandLine options;
    private final Path data;

    private TrainCommand(CommandLine options) {
        this.options = options;
        this.data = Path.of(options.required("data"));
    }

    public static void main(String[] arguments) throws Exception {
        new TrainCommand(CommandLine.parse(arguments)).run();
    }

    private void run() throws IOException, OrtException {
        try (TextEncoder encoder = new TokenEncoder(new WordPieces(FunctionWords.of("en")))) {
            TextReader english = new TextReader(encoder, WordReader.english());
            TextReader german = new TextReader(encoder, WordReader.german());
            Training training = new Training(read(TRAINED_ON, english), read(ITEMS, english));
            Weights weights = training.weights();
            weights.write(Path.of(options.or("out", SHIPPED)));
            List<SampleSet> heldOut = read(List.of(HELD_OUT), english);
            List<SampleSet> others = read(List.of(GERMAN), german);
            options.out(new TrainReport(training, weights).text(heldOut, others));
            if (options.has("worst")) {
                int most = Integer.parseInt(options.required("worst"));
                heldOut.forEach(set -> options.out(new WorstAnswers(weights).of(set, most)));
            }
        }
    }

    private List<SampleSet> read(List<String> names, TextReader reader) throws IOException {
        List<SampleSet> sets = new ArrayList<>();
        for (String name : names) {
            Path file = data.resolve(name);
            if (Files.exists(file)) {
                sets.add(SampleSet.of(GradedFile.read(file), reader));
            } else {
                options.out("There is no " + name + ".\n");
            }
        }
        return sets;
    }
}
