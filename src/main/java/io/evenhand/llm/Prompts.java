package io.evenhand.llm;

import io.evenhand.platform.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads prompts from a folder if one is set, else those that came with the service.
 *
 * @param folder holds {@code grade/2/} and others like it
 */
record Prompts(Optional<Path> folder) {

    private static final List<String> FILES =
            List.of("system.md", "user.md", "repair.md", "schema.json");

    Prompt read(String name) {
        TreeMap<String, String> files = new TreeMap<>();
        for (String file : FILES) {
            files.put(file, text(name + "/" + file));
        }
        return new Prompt(
                name,
                hash(files),
                files.getOrDefault("system.md", ""),
                new Template(files.getOrDefault("user.md", "")),
                new Template(files.getOrDefault("repair.md", "")),
                files.getOrDefault("schema.json", ""));
    }

    /**
     * The same for a prompt that came later than many a folder: one that the folder does not hold
     * is read from those that came with the service.
     */
    Prompt readOrBuiltIn(String name) {
        boolean own = folder.filter(given -> Files.isDirectory(given.resolve(name))).isPresent();
        return own ? read(name) : new Prompts(Optional.empty()).read(name);
    }

    /** Length and name keep apart what would read the same when joined. */
    private static Sha256 hash(TreeMap<String, String> files) {
        StringBuilder all = new StringBuilder();
        files.forEach(
                (name, text) -> all.append(name).append(' ').append(text.length()).append('\n'));
        files.values().forEach(all::append);
        return Sha256.of(all.toString());
    }

    /** Line ends are made alike, so that a checkout on Windows has the same hash. */
    private String text(String path) {
        return bytes(path).replace("\r\n", "\n").replace('\r', '\n');
    }

    private String bytes(String path) {
        try (InputStream in = open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(missing(path), e);
        }
    }

    private InputStream open(String path) throws IOException {
        if (folder.isPresent()) {
            return Files.newInputStream(folder.get().resolve(path));
        }
        InputStream in = Prompts.class.getResourceAsStream("/prompts/" + path);
        if (in == null) {
            throw new IllegalStateException(missing(path));
        }
        return in;
    }

    private String missing(String path) {
        return folder.map(
                        given ->
                                "There is no readable prompt file %s in %s: copy the built-in ones there or leave evenhand.prompts out."
                                        .formatted(path, given))
                .orElse(
                        "There is no built-in prompt file "
                                + path
                                + ": set evenhand.llm.prompt to grade/2, evenhand.authoring.prompt to"
                                + " rubric/1, or leave them out.");
    }
}
