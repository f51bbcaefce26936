package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.evenhand.grading.Assignment;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import io.evenhand.question.Points;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.Rubric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptTests {

    private static final Prompt PROMPT = new Prompts(Optional.empty()).read("grade/2");

    @Test
    void beginsAlikeForAllAnswersToAQuestion() {
        String one = user(Tasks.answered("One."));
        String other = user(Tasks.answered("Something quite different, and {{rubric}}."));

        String fixed = one.substring(0, one.indexOf("# Candidate"));
        assertThat(other).startsWith(fixed);
        assertThat(fixed)
                .contains(
                        "What is overfitting", "\"definition\"", "level \"mentions\"", "noise of");
        assertThat(system(Tasks.answered("One.")))
                .isEqualTo(system(Tasks.answered("Something else.")));
    }

    @Test
    void putsTheAnswerLastBetweenMarksThatDifferEachTime() {
        String one = user(Tasks.answered("My answer."));
        String other = user(Tasks.answered("My answer."));

        String mark = one.lines().reduce((_, last) -> last).orElseThrow();
        assertThat(one).endsWith(mark + "\nMy answer.\n" + mark);
        assertThat(other).doesNotContain(mark);
    }

    @Test
    void neverTakesAMarkThatTheAnswerHolds() {
        Fence zeros = new Fence(new Counting());
        String first = new Fence(new Counting()).around("");

        assertThat(zeros.around("it ends here: " + first)).isNotEqualTo(first);
    }

    @Test
    void doesNotFillInMarksThatACandidateWrote() {
        assertThat(user(Tasks.answered("{{modelAnswers}} {{#truth}}x{{/truth}} $1 \\0")))
                .contains("\n{{modelAnswers}} {{#truth}}x{{/truth}} $1 \\0\n");
    }

    @Test
    void saysWhatAModelAnswerIsForTheKindOfQuestion() {
        assertThat(user(of(QuestionKind.TECHNICAL)))
                .contains("What a right answer contains")
                .doesNotContain("One example");
        assertThat(user(of(QuestionKind.BEHAVIOURAL)))
                .contains("One example of a good answer, not the truth")
                .doesNotContain("What a right answer contains");
    }

    @Test
    void asksForFeedbackInTheLanguageThatIsWanted() {
        Assignment plain = Tasks.overfitting();
        Assignment german =
                new Assignment(
                        plain.id(),
                        plain.tenant(),
                        plain.question(),
                        plain.rubric(),
                        plain.rubricSource(),
                        plain.answer(),
                        Optional.of("en"),
                        Optional.of("de"),
                        plain.deadline(),
                        plain.urgency());

        assertThat(user(german)).contains("in German.");
        assertThat(user(plain)).contains("in the language of the candidate's answer");
    }

    @Test
    void writesTheSchemaDownOnlyWhereTheProviderDoesNotEnforceIt() {
        Briefing briefing = new Briefing(PROMPT, Tasks.overfitting(), new Fence());

        assertThat(text(briefing.messages(JsonMode.SCHEMA))).doesNotContain("additionalProperties");
        assertThat(text(briefing.messages(JsonMode.OBJECT)))
                .contains("\"additionalProperties\":false");
        assertThat(text(briefing.messages(JsonMode.NONE)))
                .contains("\"additionalProperties\":false");
    }

    @Test
    void hasOneRequiredPropertyForEachCriterionWithTheVerdictsItKnows() {
        String schema = new Briefing(PROMPT, Tasks.overfitting(), new Fence()).schema().text();

        assertThat(schema)
                .contains("\"required\":[\"definition\",\"detection\",\"cure\",\"false-fact\"]")
                .contains("\"enum\":[\"not_met\",\"met\",\"cannot_tell\"]")
                .contains("\"enum\":[\"none\",\"mentions\",\"explains\",\"cannot_tell\"]")
                .contains("\"enum\":[\"not_met\",\"partly\",\"met\",\"cannot_tell\"]")
                .contains("\"required\":[\"criteria\",\"addressesGrader\",\"feedback\"")
                .contains("\"required\":[\"reason\",\"quotes\",\"verdict\",\"confidence\"]")
                .doesNotContain("{{");
    }

    @Test
    void numbersCriteriaWhoseIdsNotEveryProviderTakes() {
        Rubric rubric =
                new Rubric(
                        List.of(
                                Criterion.of("plain", "A", Points.of(1)),
                                Criterion.of("définition claire", "B", Points.of(1))));

        assertThat(new Keys(rubric).criteria()).containsOnlyKeys("c1", "c2");
        assertThat(user(Tasks.of(rubric))).contains("- \"c2\" (1 points): B");
    }

    @Test
    void numbersLevelsWhoseLabelsCollide() {
        List<Level> levels =
                List.of(
                        new Level("cannot_tell", Points.ZERO),
                        new Level("Good", Points.of(1)),
                        new Level("good", Points.of(2)));
        Criterion criterion = Criterion.of("a", "A", Points.of(2)).withLevels(levels);

        assertThat(Keys.verdicts(criterion))
                .containsOnlyKeys("level_0", "level_1", "level_2", "cannot_tell");
        assertThat(user(Tasks.of(new Rubric(List.of(criterion)))))
                .contains("level \"level_2\": good (2)");
    }

    @Test
    void hasAHashThatChangesWithEachFileButTheReadme(@TempDir Path folder) throws IOException {
        Path files = Files.createDirectories(folder.resolve("grade/2"));
        for (String file :
                List.of("system.md", "user.md", "repair.md", "schema.json", "README.md")) {
            Files.copy(Path.of("prompts/grade/2", file), files.resolve(file));
        }
        Prompts prompts = new Prompts(Optional.of(folder));
        assertThat(prompts.read("grade/2").hash()).isEqualTo(PROMPT.hash());

        Files.writeString(files.resolve("README.md"), "new");
        String crlf = Files.readString(files.resolve("user.md")).replace("\n", "\r\n");
        Files.writeString(files.resolve("user.md"), crlf);
        assertThat(prompts.read("grade/2").hash()).isEqualTo(PROMPT.hash());

        for (String file : List.of("system.md", "user.md", "repair.md", "schema.json")) {
            var before = prompts.read("grade/2").hash();
            Files.writeString(files.resolve(file), Files.readString(files.resolve(file)) + " ");
            assertThat(prompts.read("grade/2").hash()).as(file).isNotEqualTo(before);
        }
    }

    @Test
    void saysWhichFileIsMissing(@TempDir Path folder) {
        assertThatThrownBy(() -> new Prompts(Optional.of(folder)).read("grade/2"))
                .hasMessageContaining("grade/2/system.md")
                .hasMessageContaining("evenhand.prompts");
        assertThatThrownBy(() -> new Prompts(Optional.empty()).read("grade/99"))
                .hasMessageContaining("set evenhand.llm.prompt to grade/2");
    }

    private static Assignment of(QuestionKind kind) {
        return Tasks.of(Tasks.RUBRIC, Tasks.ANSWER, kind, Duration.ofSeconds(1));
    }

    private static String user(Assignment assignment) {
        return text(new Briefing(PROMPT, assignment, new Fence()).messages(JsonMode.SCHEMA));
    }

    private static String system(Assignment assignment) {
        List<ChatMessage> messages =
                new Briefing(PROMPT, assignment, new Fence()).messages(JsonMode.SCHEMA);
        return ((SystemMessage) messages.getFirst()).text();
    }

    private static String text(List<ChatMessage> messages) {
        return ((UserMessage) messages.getLast()).singleText();
    }

    /** Gives 0, 1, 2 and so on. */
    private static final class Counting implements RandomGenerator {

        private long next;

        @Override
        public long nextLong() {
            return next++;
        }
    }
}
