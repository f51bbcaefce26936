package io.evenhand.authoring.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model's rubric is a stranger's text. */
class RubricOutputTests {

    private static final String GOOD =
            """
            {"criteria": [
              {"why": "x", "id": "noise", "description": "Says that it fits noise", "weight": 3, "partial": true},
              {"why": "x", "id": "gap", "description": "Compares both errors", "weight": 2, "partial": false}]}""";

    @Test
    void makesPointsOfWeights() {
        Rubric rubric = rubric(GOOD, Points.of(10));

        assertThat(rubric.criteria())
                .containsExactly(
                        Criterion.of("noise", "Says that it fits noise", Points.of(6))
                                .withPartial(),
                        Criterion.of("gap", "Compares both errors", Points.of(4)));
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("no criteria", "{\"criteria\": []}", "/criteria: must be 2 to 12"),
                Arguments.of("too many", many(13), "/criteria: must be 2 to 12"),
                Arguments.of("weight of all", GOOD.replace(": 3", ": 999999999999"), "/0/weight"),
                Arguments.of("negative weight", GOOD.replace(": 3", ": -3"), "/0/weight"),
                Arguments.of("no weight", GOOD.replace(": 3", ": 0"), "/0/weight"),
                Arguments.of("blank", GOOD.replace("Compares both errors", " \\n "), "/1/desc"),
                Arguments.of(
                        "invisible",
                        GOOD.replace("Compares both errors", "\\u200b".repeat(40)),
                        "/1/description"),
                Arguments.of(
                        "essay",
                        GOOD.replace("Compares both errors", "so ".repeat(500)),
                        "/1/description"),
                Arguments.of(
                        "twice",
                        GOOD.replace("Compares both errors", "says THAT it fits  noise"),
                        "/1/description: stands twice"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void saysWhatIsWrong(String what, String output, String problem) {
        assertThat(RubricOutput.problems(json(output), Points.of(10)))
                .anyMatch(found -> found.contains(problem));
    }

    @Test
    void saysNothingOfWhatIsRight() {
        assertThat(RubricOutput.problems(json(GOOD), Points.of(10))).isEmpty();
    }

    @Test
    void takesIdsThatAModelMadesUpForNamesOnly() {
        String output =
                GOOD.replace("\"noise\"", "\"<b>Noise & Ünïcode</b>\\u0000\"")
                        .replace("\"gap\"", "\"\"");

        assertThat(rubric(output, Points.of(10)).criteria())
                .extracting(Criterion::id)
                .containsExactly("b-noise-n-code-b", "criterion-2");
        assertThat(rubric(GOOD.replace("\"gap\"", "\"NOISE\""), Points.of(10)).criteria())
                .extracting(Criterion::id)
                .containsExactly("noise", "criterion-2");
    }

    @Test
    void takesOutWhatNobodySees() {
        String output = GOOD.replace("Compares both", "Com\\u200bpares\\n\\u202eboth\\u0007");

        assertThat(rubric(output, Points.of(10)).criteria().getLast().description())
                .isEqualTo("Compares both errors");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 5 3 2",
        "8, 4 2.5 1.5",
        "1, 0.5 0.3 0.2",
        "7.33, 3.67 2.19 1.47",
        "100, 50 30 20"
    })
    void pointsAreRoundAndAddUp(String points, String parts) {
        List<Points> shares = Shares.of(Points.of(points), List.of(5, 3, 2));

        assertThat(shares.stream().reduce(Points.ZERO, Points::plus)).isEqualTo(Points.of(points));
        assertThat(shares).isEqualTo(Stream.of(parts.split(" ")).map(Points::of).toList());
    }

    private static String many(int n) {
        return IntStream.range(0, n)
                .mapToObj(
                        i ->
                                "{\"id\": \"c%d\", \"description\": \"Says this and that %d\", \"weight\": 1}"
                                        .formatted(i, i))
                .collect(Collectors.joining(",", "{\"criteria\": [", "]}"));
    }

    private static Rubric rubric(String output, Points points) {
        return RubricOutput.rubric(json(output), points);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
