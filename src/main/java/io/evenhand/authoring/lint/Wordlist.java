package io.evenhand.authoring.lint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The phrases that lint looks for, from a file that a person can read and add to. */
final class Wordlist {

    /** What a criterion may begin with that says who, before it says what. */
    static final String SUBJECT = "subject";

    /** What goes on in a head; a fault only where the criterion says it of the candidate. */
    static final String STATES = "states";

    /** What people are; a fault wherever it stands. */
    static final String TRAITS = "traits";

    /** What says that something is missing, where the criterion begins with it. */
    static final String ABSENCE = "absence";

    /** Verbs that criteria begin with and that say nothing of what they look for. */
    static final String LEADS = "leads";

    private static final String FILE = "io/evenhand/authoring/lint/phrases.txt";

    private static final int FLAGS =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private final Map<String, String> phrases;

    private Wordlist(Map<String, String> phrases) {
        this.phrases = phrases;
    }

    static Wordlist read() {
        try {
            return of(new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Wordlist of(String text) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                section =
                        sections.computeIfAbsent(
                                line.substring(1, line.length() - 1), name -> new ArrayList<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                section.add(pattern(line));
            }
        }
        return new Wordlist(
                sections.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> String.join("|", entry.getValue()))));
    }

    /** The phrase of the section that the text begins with, who it is about left aside. */
    Optional<String> begins(String section, String text) {
        String regex =
                "^\\W*(?:(?:%s)\\s+)*(?<found>%s)(?!\\p{L})"
                        .formatted(phrases.get(SUBJECT), phrases.get(section));
        return found(regex, text);
    }

    /** The text without the phrases of the section that it begins with. */
    String without(String section, String text) {
        String all = phrases.get(SUBJECT) + "|" + phrases.get(section) + "|that|and";
        return Pattern.compile("^\\W*(?:(?:" + all + ")(?!\\p{L})\\W*)+", FLAGS)
                .matcher(text)
                .replaceFirst("");
    }

    boolean isAbout(String section, String text) {
        return begins(section, text).isPresent();
    }

    /** The phrase of the section that the text holds anywhere. */
    Optional<String> holds(String section, String text) {
        return found("(?<!\\p{L})(?<found>%s)(?!\\p{L})".formatted(phrases.get(section)), text);
    }

    private static Optional<String> found(String regex, String text) {
        Matcher matcher = Pattern.compile(regex, FLAGS).matcher(text);
        return matcher.find() ? Optional.of(matcher.group("found")) : Optional.empty();
    }

    /** A star stands for the rest of a word, a blank for any white space. */
    private static String pattern(String phrase) {
        return Pattern.compile("\\s+")
                .splitAsStream(phrase)
                .map(word -> Pattern.quote(word).replace("*", "\\E\\p{L}*\\Q"))
                .collect(Collectors.joining("\\s+"));
    }
}
