package io.evenhand.semantic.scoring;

import io.evenhand.semantic.features.Features;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that was learned from answers graded by people, as it ships in {@code weights.json}.
 *
 * @param about what the file is and where it comes from, for its readers
 * @param data the files that it was made of
 * @param head scores an answer beside a model answer
 * @param items shares of single criteria
 * @param bands intervals around shares
 */
public record Weights(
        String about, List<Source> data, Head head, ItemCurve items, List<Band> bands) {

    private static final String RESOURCE = "/io/evenhand/semantic/weights.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Weights {
        data = List.copyOf(data);
        bands = List.copyOf(bands);
    }

    /**
     * A file of graded answers.
     *
     * @param use what it was used for
     */
    public record Source(String file, String sha256, String use) {}

    /** Those that ship. */
    public static Weights load() {
        try (InputStream file = Weights.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("not on the class path: " + RESOURCE);
            }
            return JSON.readValue(file, Weights.class).checked();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the features that this version measures, or not at all. */
    private Weights checked() {
        List<String> names = head.measures().stream().map(Measure::feature).toList();
        if (!names.equals(Features.NAMES)) {
            throw new IllegalStateException(
                    RESOURCE + " was trained on other features; train it again");
        }
        return this;
    }

    public String text() {
        return JSON.writeValueAsString(this) + "\n";
    }

    public void write(Path file) throws IOException {
        Files.writeString(file, text(), StandardCharsets.UTF_8);
    }
}
