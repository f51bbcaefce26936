package io.evenhand.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violation;
import io.evenhand.platform.Violations;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionDocumentTests {

    private final StrictJson json = new StrictJson();
    private final Violations violations = new Violations();

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"badQuestions", "badRubrics", "badCriteria", "badLevels", "badOptions"})
    void pointsAtEverythingThatIsWrong(String why, String question, List<String> pointers) {
        read(question);

        assertThat(violations.all())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrderElementsOf(pointers);
    }

    static Stream<Arguments> badQuestions() {
        return Stream.of(
                bad("nothing at all", "{}", "/question/text", "/question"),
                bad("null is absent", "{'text': null, 'modelAnswer': 'a'}", "/question/text"),
                bad("blank text", "{'text': ' ', 'modelAnswer': 'a'}", "/question/text"),
                bad(
                        "text too long",
                        "{'text': '" + tooLong() + "', 'modelAnswer': 'a'}",
                        "/question/text"),
                bad("nothing to grade against", "{'text': 'q'}", "/question"),
                bad("no model answers", "{'text': 'q', 'modelAnswers': []}", "/question"),
                bad("blank", "{'text': 'q', 'modelAnswer': ''}", "/question/modelAnswer"),
                bad(
                        "model answers",
                        "{'text': 'q', 'modelAnswers': ['a', null, ' ', '" + tooLong() + "']}",
                        "/question/modelAnswers/1",
                        "/question/modelAnswers/2",
                        "/question/modelAnswers/3"),
                bad(
                        "too many model answers",
                        "{'text': 'q', 'modelAnswers': [" + many("' '", 21) + "]}",
                        "/question/modelAnswers"),
                bad("kind", "{'text': 'q', 'modelAnswer': 'a', 'kind': 'ESSAY'}", "/question/kind"),
                bad(
                        "kind's case",
                        "{'text': 'q', 'modelAnswer': 'a', 'kind': 'technical'}",
                        "/question/kind"),
                bad(
                        "no points",
                        "{'text': 'q', 'modelAnswer': 'a', 'points': 0}",
                        "/question/points"),
                bad(
                        "less than none",
                        "{'text': 'q', 'modelAnswer': 'a', 'points': -1}",
                        "/question/points"),
                bad(
                        "three decimals",
                        "{'text': 'q', 'modelAnswer': 'a', 'points': 0.001}",
                        "/question/points"),
                bad(
                        "too many points",
                        "{'text': 'q', 'modelAnswer': 'a', 'points': 1e99}",
                        "/question/points"),
                bad(
                        "pass mark",
                        "{'text': 'q', 'modelAnswer': 'a', 'passMark': 100.01}",
                        "/question/passMark"),
                bad(
                        "pass mark",
                        "{'text': 'q', 'modelAnswer': 'a', 'passMark': -1}",
                        "/question/passMark"),
                bad(
                        "too fine",
                        "{'text': 'q', 'modelAnswer': 'a', 'passMark': 1e-999999}",
                        "/question/passMark"),
                bad(
                        "options",
                        "{'text': 'q', 'modelAnswer': 'a', 'options': []}",
                        "/question/options"),
                bad(
                        "partial",
                        "{'text': 'q', 'modelAnswer': 'a', 'partial': true}",
                        "/question/partial"),
                bad(
                        "unknown kind with options",
                        "{'text': 'q', 'modelAnswer': 'a', 'kind': 'CHOICE', 'options': []}",
                        "/question/kind"),
                bad(
                        "unknown fields beside a missing text",
                        "{'modelAnswer': 'a', 'marks': 3, 'rubrik': {'criteria': []}}",
                        "/question/marks",
                        "/question/rubrik",
                        "/question/text"),
                bad(
                        "everything at once",
                        "{'kind': 'X', 'points': 0, 'passMark': 101, 'modelAnswer': ' ',"
                                + " 'rubric': {'criteria': [{}]}}",
                        "/question/text",
                        "/question/kind",
                        "/question/points",
                        "/question/passMark",
                        "/question/modelAnswer",
                        "/question/rubric/criteria/0/id",
                        "/question/rubric/criteria/0/description",
                        "/question/rubric/criteria/0/points"));
    }

    static Stream<Arguments> badRubrics() {
        String all = "/question/rubric/criteria";
        return Stream.of(
                rubric("no criteria", "", all),
                bad("criteria left out", "{'text': 'q', 'rubric': {}}", all),
                rubric("too many", many("{'id': 'x'}", 51), all),
                rubric("null among them", "null, " + criterion("'points': 1"), all + "/0"),
                rubric(
                        "doubled ids",
                        criterion("'points': 1") + "," + criterion("'points': 2"),
                        all + "/1/id"),
                rubric("only deductions", criterion("'points': -1"), all),
                rubric(
                        "only deductions, and one of them without a description",
                        "{'id': 'a', 'points': -1}",
                        all + "/0/description",
                        all),
                rubric(
                        "a cap beyond the maximum",
                        criterion("'points': 4, 'required': true, 'capAt': 4.01"),
                        all + "/0/capAt"));
    }

    static Stream<Arguments> badCriteria() {
        String at = "/question/rubric/criteria/0";
        return Stream.of(
                rubric("points of 0", criterion("'points': 0"), at + "/points"),
                rubric("points of 0.00", criterion("'points': 0.00"), at + "/points"),
                rubric("no points", criterion("'partial': true"), at + "/points"),
                rubric("points too fine", criterion("'points': 1.005"), at + "/points"),
                rubric("points too many", criterion("'points': 10000.01"), at + "/points"),
                rubric("blank id", "{'id': ' ', 'description': 'd', 'points': 1}", at + "/id"),
                rubric(
                        "id too long",
                        "{'id': '" + "i".repeat(101) + "', 'description': 'd', 'points': 1}",
                        at + "/id"),
                rubric(
                        "control in the id",
                        "{'id': 'a\\nb', 'description': 'd', 'points': 1}",
                        at + "/id"),
                rubric("blank", "{'id': 'a', 'description': '', 'points': 1}", at + "/description"),
                rubric("unknown field", criterion("'points': 1, 'weight': 2"), at + "/weight"),
                rubric(
                        "required without a cap",
                        criterion("'points': 1, 'required': true"),
                        at + "/capAt"),
                rubric(
                        "a cap without required",
                        criterion("'points': 1, 'capAt': 0"),
                        at + "/required"),
                rubric(
                        "a cap below 0",
                        criterion("'points': 1, 'required': true, 'capAt': -1"),
                        at + "/capAt"),
                deduction("'levels': []", at + "/levels"),
                deduction("'partial': true", at + "/partial"),
                deduction("'required': true, 'capAt': 0", at + "/required"));
    }

    static Stream<Arguments> badLevels() {
        String at = "/question/rubric/criteria/0/levels";
        return Stream.of(
                levels("none", "", at),
                levels("only one", level("a", "4"), at),
                levels(
                        "not rising",
                        level("a", "0") + "," + level("b", "0") + "," + level("c", "4"),
                        at + "/1/points"),
                levels(
                        "falling",
                        level("a", "3") + "," + level("b", "2") + "," + level("c", "4"),
                        at + "/1/points"),
                levels("below 0", level("a", "-1") + "," + level("b", "4"), at + "/0/points"),
                levels(
                        "short of the points",
                        level("a", "0") + "," + level("b", "3"),
                        at + "/1/points"),
                levels("doubled", level("a", "0") + "," + level("a", "4"), at + "/1/label"),
                levels("blank", level("", "0") + "," + level("b", "4"), at + "/0/label"),
                levels("null", "null," + level("b", "4"), at + "/0"),
                levels("no points", "{'label': 'a'}," + level("b", "4"), at + "/0/points"),
                rubric(
                        "levels and partial",
                        criterion(
                                "'points': 4, 'partial': true, 'levels': ["
                                        + level("a", "0")
                                        + ","
                                        + level("b", "4")
                                        + "]"),
                        at));
    }

    static Stream<Arguments> badOptions() {
        String at = "/question/options";
        return Stream.of(
                bad("none", "{'text': 'q', 'kind': 'MULTIPLE_CHOICE'}", at, at),
                options("one", option("a", true), at),
                options("none correct", option("a", false) + "," + option("b", false), at),
                options("doubled", option("a", true) + "," + option("a", false), at + "/1/id"),
                options("comma", option("a,b", true) + "," + option("b", false), at + "/0/id"),
                options("white space", option(" a", true) + "," + option("b", false), at + "/0/id"),
                options("null", "null," + option("a", true) + "," + option("b", true), at + "/0"),
                options("no text", "{'id': 'x'}," + option("a", true), at + "/0/text"),
                bad(
                        "a rubric",
                        "{'text': 'q', 'kind': 'MULTIPLE_CHOICE', 'rubric': {'criteria': ["
                                + criterion("'points': 1")
                                + "]}, 'options': ["
                                + option("a", true)
                                + ","
                                + option("b", false)
                                + "]}",
                        "/question/rubric"));
    }

    @ParameterizedTest
    @MethodSource
    void aWrongTypeIsMalformedAndPointedAt(String question, String pointer) {
        assertThatThrownBy(() -> read(question))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ProblemCode.MALFORMED_BODY);
                            assertThat(refusal.violations())
                                    .extracting(Violation::pointer)
                                    .containsExactly(pointer);
                        });
    }

    static Stream<Arguments> aWrongTypeIsMalformedAndPointedAt() {
        return Stream.of(
                Arguments.of("{'text': 1}", "/question/text"),
                Arguments.of("{'points': '10'}", "/question/points"),
                Arguments.of("{'partial': 1}", "/question/partial"),
                Arguments.of("{'rubric': []}", "/question/rubric"),
                Arguments.of("{'modelAnswers': 'a'}", "/question/modelAnswers"),
                Arguments.of("{'modelAnswers': [1]}", "/question/modelAnswers/0"),
                Arguments.of(
                        "{'rubric': {'criteria': [{'points': true}]}}",
                        "/question/rubric/criteria/0/points"));
    }

    @Test
    void looksAtNoneOfTooManyLevelsOrOptions() {
        read(
                "{'text': 'q', 'rubric': {'criteria': [{'id': 'a', 'description': 'd', 'points': 4,"
                        + " 'levels': ["
                        + many("null", 21)
                        + "]}]}}");
        read("{'text': 'q', 'kind': 'MULTIPLE_CHOICE', 'options': [" + many("null", 51) + "]}");

        assertThat(violations.all())
                .extracting(Violation::pointer)
                .containsExactly("/question/rubric/criteria/0/levels", "/question/options");
    }

    @Test
    void readsAWholeQuestion() {
        Question question =
                read("{'text': 'q', 'kind': 'PROBLEM_SOLVING', 'modelAnswer': 'a',"
                                + " 'modelAnswers': ['b'], 'passMark': 60.5, 'rubric': {'criteria': ["
                                + criterion("'points': 4, 'required': true, 'capAt': 4")
                                + ",{'id': 'z', 'description': 'd', 'points': -2}]}}")
                        .orElseThrow();

        assertThat(violations.all()).isEmpty();
        assertThat(question.modelAnswers()).containsExactly("a", "b");
        assertThat(question.passMark()).contains(new BigDecimal("60.5"));
        assertThat(question.points()).isEqualTo(Points.of(10));
        assertThat(question.rubric().orElseThrow().maxScore()).isEqualTo(Points.of(4));
        assertThat(question.rubric().orElseThrow().criteria())
                .extracting(Criterion::id, Criterion::points, Criterion::capAt)
                .containsExactly(
                        tuple("a", Points.of(4), Optional.of(Points.of(4))),
                        tuple("z", Points.of(-2), Optional.empty()));
    }

    @Test
    void whatIsWrongIsNoQuestion() {
        assertThat(read("{'text': 'q', 'modelAnswer': 'a', 'points': 0}")).isEmpty();
    }

    @Test
    void anAbsentKindIsTechnical() {
        assertThat(read("{'text': 'q', 'modelAnswer': 'a'}").orElseThrow().kind())
                .isEqualTo(QuestionKind.TECHNICAL);
    }

    @Test
    void messagesDoNotRepeatWhatWasSent() {
        read(
                "{'kind': 'SECRET', 'modelAnswer': ' ', 'SECRET_FIELD': 1, 'rubric': {'criteria': [{'id': 'SECRET\\n'}]}}");

        assertThat(violations.all())
                .hasSizeGreaterThan(4)
                .extracting(Violation::message)
                .noneMatch(message -> message.contains("SECRET"));
    }

    private Optional<Question> read(String question) {
        String body = "{'question': " + question + "}";
        return json.read(
                        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                        Body.class,
                        violations)
                .question()
                .read("/question", violations);
    }

    private record Body(QuestionDocument question) {}

    private static Arguments bad(String why, String question, String... pointers) {
        return Arguments.of(why, question, List.of(pointers));
    }

    private static Arguments rubric(String why, String criteria, String... pointers) {
        return bad(why, "{'text': 'q', 'rubric': {'criteria': [" + criteria + "]}}", pointers);
    }

    private static Arguments deduction(String more, String... pointers) {
        String earns = ",{'id': 'z', 'description': 'd', 'points': 1}";
        return rubric("a deduction", criterion("'points': -1, " + more) + earns, pointers);
    }

    private static Arguments levels(String why, String levels, String... pointers) {
        return rubric(why, criterion("'points': 4, 'levels': [" + levels + "]"), pointers);
    }

    private static Arguments options(String why, String options, String... pointers) {
        return bad(
                why,
                "{'text': 'q', 'kind': 'MULTIPLE_CHOICE', 'options': [" + options + "]}",
                pointers);
    }

    private static String criterion(String more) {
        return "{'id': 'a', 'description': 'd', " + more + "}";
    }

    private static String level(String label, String points) {
        return "{'label': '" + label + "', 'points': " + points + "}";
    }

    private static String option(String id, boolean correct) {
        return "{'id': '" + id + "', 'text': 't', 'correct': " + correct + "}";
    }

    private static String many(String what, int times) {
        return String.join(",", Collections.nCopies(times, what));
    }

    private static String tooLong() {
        return "x".repeat(20_001);
    }
}
