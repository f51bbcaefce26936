package io.evenhand.authoring.draft;

import io.evenhand.platform.Violations;
import io.evenhand.question.CriterionDocument;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import io.evenhand.question.RubricDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A rubric as a model writes it: weights instead of points, and a stranger's text, which passes the
 * same checks as any client's.
 */
final class RubricOutput {

    private static final int LEAST_CRITERIA = 2;
    private static final int MOST_CRITERIA = 12;
    private static final int HEAVIEST = 5;

    /** In UTF-16 code units: a sentence, and no essay. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 400;
    private static final int LONGEST_ID = 40;

    private final List<JsonNode> criteria;
    private final Points points;
    private final List<String> problems = new ArrayList<>();

    private RubricOutput(JsonNode output, Points points) {
        this.criteria = output.path("criteria").valueStream().toList();
        this.points = points;
    }

    /** What is wrong with the output, in words that a model can mend it by. */
    static List<String> problems(JsonNode output, Points points) {
        RubricOutput read = new RubricOutput(output, points);
        read.rubric();
        return read.problems;
    }

    /** The rubric that it comes to; of an output that has no problems. */
    static Rubric rubric(JsonNode output, Points points) {
        return new RubricOutput(output, points).rubric().orElseThrow();
    }

    private Optional<Rubric> rubric() {
        if (criteria.size() < LEAST_CRITERIA || criteria.size() > MOST_CRITERIA) {
            problems.add(
                    "/criteria: must be %d to %d of them".formatted(LEAST_CRITERIA, MOST_CRITERIA));
            return Optional.empty();
        }
        List<String> descriptions = descriptions();
        List<Integer> weights = weights();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return checked(document(descriptions, Shares.of(points, weights)));
    }

    private List<String> descriptions() {
        List<String> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < criteria.size(); i++) {
            String text = oneLine(criteria.get(i).path("description").asString(""));
            String at = "/criteria/" + i + "/description: ";
            if (text.length() < SHORTEST || text.length() > LONGEST) {
                problems.add(
                        at
                                + "must be a sentence of %d to %d characters"
                                        .formatted(SHORTEST, LONGEST));
            } else if (!seen.add(text.toLowerCase(Locale.ROOT))) {
                problems.add(at + "stands twice");
            }
            found.add(text);
        }
        return found;
    }

    private List<Integer> weights() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            int weight = criteria.get(i).path("weight").asInt(0);
            if (weight < 1 || weight > HEAVIEST) {
                problems.add("/criteria/%d/weight: must be from 1 to %d".formatted(i, HEAVIEST));
            }
            found.add(weight);
        }
        return found;
    }

    private RubricDocument document(List<String> descriptions, List<Points> parts) {
        Set<String> ids = new HashSet<>();
        List<@Nullable CriterionDocument> documents = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            if (parts.get(i).isPositive()) {
                documents.add(
                        new CriterionDocument(
                                id(criteria.get(i), i, ids),
                                descriptions.get(i),
                                parts.get(i).value(),
                                null,
                                criteria.get(i).path("partial").asBoolean(false),
                                null,
                                null));
            }
        }
        return new RubricDocument(documents);
    }

    private Optional<Rubric> checked(RubricDocument document) {
        Violations violations = new Violations();
        Optional<Rubric> rubric = document.read("", violations);
        violations.all().forEach(found -> problems.add(found.pointer() + ": " + found.message()));
        return rubric;
    }

    /** Whatever the model calls it; ids are for people and never worth a repair. */
    private static String id(JsonNode criterion, int index, Set<String> taken) {
        String said =
                criterion
                        .path("id")
                        .asString("")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        String cut = said.substring(0, Math.min(LONGEST_ID, said.length())).replaceAll("-+$", "");
        String id = cut.isEmpty() || taken.contains(cut) ? "criterion-" + (index + 1) : cut;
        taken.add(id);
        return id;
    }

    /** Without what nobody sees: control, format and private characters, halves of others. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{C}", "").strip();
    }
}
