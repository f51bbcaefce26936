package io.evenhand.trust;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Attacks, honest answers that look like some, and the questions to which both belong. */
record AttackSuite(
        Map<String, SuiteQuestion> questions, List<Attack> attacks, List<HonestAnswer> honest) {

    private static final String FOLDER = "io/evenhand/trust/attacks/";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    /** The suite that ships, as far as it is in these parts. */
    static AttackSuite read(Set<Part> parts) {
        return new AttackSuite(
                Arrays.stream(read("questions.json", SuiteQuestion[].class))
                        .collect(
                                Collectors.toMap(
                                        SuiteQuestion::id,
                                        Function.identity(),
                                        (one, other) -> one,
                                        LinkedHashMap::new)),
                read("attacks", parts, Attack[].class),
                read("honest", parts, HonestAnswer[].class));
    }

    /** Only one family of attacks or category of honest answers, if one is named. */
    AttackSuite only(Optional<String> name) {
        return new AttackSuite(
                questions,
                attacks.stream()
                        .filter(a -> name.isEmpty() || name.get().equals(a.family()))
                        .toList(),
                honest.stream()
                        .filter(h -> name.isEmpty() || name.get().equals(h.category()))
                        .toList());
    }

    SuiteQuestion question(String id) {
        return Optional.ofNullable(questions.get(id))
                .orElseThrow(() -> new IllegalStateException("there is no question " + id));
    }

    /** The answers without tricks of all questions. */
    List<PlainAnswer> plain() {
        return questions.values().stream().flatMap(SuiteQuestion::plain).toList();
    }

    private static <T> List<T> read(String name, Set<Part> parts, Class<T[]> type) {
        return parts.stream()
                .sorted()
                .flatMap(part -> Stream.of(read(name + "-" + part + ".json", type)))
                .toList();
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream in = new ClassPathResource(FOLDER + file).getInputStream()) {
            return JSON.readValue(in, type);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
