package io.evenhand.guard.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The phrases of all languages, by topic, from the files beside this class. */
final class Vocabulary {

    private static final Pattern CUT = Pattern.compile("\\s+|(?<=\\p{IsHan})|(?=\\p{IsHan})");
    private static final Phrases NONE = new Phrases();
    private static final Vocabulary ALL = new Vocabulary();

    private final Map<Topic, Phrases> phrases = new EnumMap<>(Topic.class);
    private final Set<String> words = new HashSet<>();

    private Vocabulary() {
        List.of("en", "de", "es", "fr", "ru", "zh").forEach(this::read);
    }

    static Phrases of(Topic topic) {
        return ALL.phrases.getOrDefault(topic, NONE);
    }

    /** Every word of every phrase that is no pattern. */
    static Set<String> words() {
        return ALL.words;
    }

    private void read(String language) {
        String file = "vocabulary/" + language + ".txt";
        try (InputStream stream = Vocabulary.class.getResourceAsStream(file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Topic topic = Topic.GRADER;
            for (String line : lines.lines().map(String::strip).toList()) {
                if (line.startsWith("[")) {
                    topic = topic(line.substring(1, line.length() - 1));
                } else if (!line.isEmpty()) {
                    add(topic, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Topic topic, String line) {
        List<String> phrase =
                CUT.splitAsStream(Folding.of(line))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
        phrases.computeIfAbsent(topic, t -> new Phrases()).add(phrase);
        words.addAll(
                phrase.stream().filter(w -> w.matches("\\p{L}{2,}")).collect(Collectors.toSet()));
    }

    private static Topic topic(String name) {
        return Topic.valueOf(name.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
