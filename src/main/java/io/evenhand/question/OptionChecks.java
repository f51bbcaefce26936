package io.evenhand.question;

import io.evenhand.platform.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the options of a multiple-choice question and says all that is wrong with them. */
final class OptionChecks {

    private final QuestionDocument document;
    private final String pointer;
    private final Violations violations;
    private final Set<String> ids = new HashSet<>();

    OptionChecks(QuestionDocument document, String pointer, Violations violations) {
        this.document = document;
        this.pointer = pointer;
        this.violations = violations;
    }

    List<Option> read() {
        List<@Nullable OptionDocument> given = Nulls.none(document.options());
        String at = pointer + "/options";
        violations.require(
                given.size() >= 2 && given.size() <= Limits.OPTIONS,
                at,
                "a multiple-choice question has 2 to " + Limits.OPTIONS + " options");
        if (given.size() > Limits.OPTIONS) {
            return List.of();
        }
        violations.require(
                document.rubric() == null,
                pointer + "/rubric",
                "a multiple-choice question is graded by its options and has no rubric");
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            option(given.get(i), at + "/" + i).ifPresent(options::add);
        }
        violations.require(
                options.stream().anyMatch(Option::correct), at, "none of them is correct");
        return options;
    }

    private Optional<Option> option(@Nullable OptionDocument option, String at) {
        if (option == null) {
            violations.add(at, "is null");
            return Optional.empty();
        }
        Optional<String> id = Limits.text(option.id(), at + "/id", Limits.NAME, violations);
        Optional<String> text = Limits.text(option.text(), at + "/text", Limits.TEXT, violations);
        id.ifPresent(value -> checkId(value, at + "/id"));
        return id.flatMap(
                value ->
                        text.map(
                                words ->
                                        new Option(
                                                value,
                                                words,
                                                Boolean.TRUE.equals(option.correct()))));
    }

    private void checkId(String id, String at) {
        violations.require(
                id.equals(id.strip()) && !id.contains(","),
                at,
                "has a comma, or white space around it");
        violations.require(ids.add(id), at, "stands twice");
    }
}
