package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.RubricSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What makes two assignments the same work to a model. */
class BasisTests {

    private static final Prompt PROMPT = new Prompts(Optional.empty()).read("grade/2");

    @Test
    void isTheSameForWhatThePromptDoesNotShow() {
        Assignment one = Tasks.overfitting();
        Assignment two = one.withDeadline(Instant.now().plusSeconds(900));

        assertThat(parts(one)).isEqualTo(parts(two));
        assertThat(parts(in(one, "de", "")))
                .isEqualTo(parts(in(one, "en", "de")))
                .isEqualTo(parts(in(one, "", "de")));
        assertThat(parts(of(one, QuestionKind.PROBLEM_SOLVING))).isEqualTo(parts(one));
        assertThat(new Basis(PROMPT, List.of(model("m", 0.0, "secret-key")), one).parts())
                .isEqualTo(new Basis(PROMPT, List.of(model("m", 0.0, "other-key")), one).parts())
                .noneMatch(part -> part.contains("secret-key"));
    }

    @Test
    void isAnotherForWhateverReachesTheModel() {
        Assignment plain = Tasks.overfitting();
        Prompt reworded =
                new Prompt(
                        PROMPT.name(),
                        Sha256.of("other files"),
                        PROMPT.system(),
                        PROMPT.user(),
                        PROMPT.repair(),
                        PROMPT.schema());
        ModelSettings first = model("m", null, null);
        ModelSettings second = model("n", null, null);
        List<List<String>> all =
                List.of(
                        parts(plain),
                        parts(Tasks.answered("It fits noise.")),
                        parts(of(plain, QuestionKind.BEHAVIOURAL)),
                        parts(asked(plain, "Why?", List.of("Because."))),
                        parts(asked(plain, "Why?", List.of("Because.", "Therefore."))),
                        parts(asked(plain, "Why?", List.of())),
                        parts(in(plain, "de", "")),
                        parts(in(plain, "de-CH", "")),
                        new Basis(reworded, List.of(first), plain).parts(),
                        new Basis(PROMPT, List.of(second), plain).parts(),
                        new Basis(PROMPT, List.of(first, second), plain).parts(),
                        new Basis(PROMPT, List.of(second, first), plain).parts(),
                        new Basis(PROMPT, List.of(model("m", 0.0, null)), plain).parts());

        Set<List<String>> distinct = new HashSet<>(all);
        assertThat(distinct).hasSameSizeAs(all);
    }

    private static List<String> parts(Assignment assignment) {
        return new Basis(PROMPT, List.of(model("m", null, null)), assignment).parts();
    }

    private static ModelSettings model(
            String name, @Nullable Double temperature, @Nullable String key) {
        return new ModelSettings(
                Provider.OPENAI,
                "http://127.0.0.1:1/v1",
                key,
                name,
                temperature,
                null,
                null,
                null,
                null,
                JsonMode.SCHEMA,
                false,
                null,
                BigDecimal.ONE,
                BigDecimal.TEN,
                null);
    }

    private static Assignment of(Assignment from, QuestionKind kind) {
        return with(from, Tasks.question(kind), from.language(), from.feedbackLanguage());
    }

    private static Assignment asked(Assignment from, String text, List<String> modelAnswers) {
        Question question =
                new Question(
                        Optional.empty(),
                        text,
                        QuestionKind.TECHNICAL,
                        modelAnswers,
                        Optional.empty(),
                        Points.of(10),
                        Optional.empty(),
                        List.of(),
                        false);
        return with(from, question, from.language(), from.feedbackLanguage());
    }

    private static Assignment in(Assignment from, String language, String feedbackLanguage) {
        return with(
                from,
                from.question(),
                Optional.of(language).filter(tag -> !tag.isEmpty()),
                Optional.of(feedbackLanguage).filter(tag -> !tag.isEmpty()));
    }

    private static Assignment with(
            Assignment from,
            Question question,
            Optional<String> language,
            Optional<String> feedbackLanguage) {
        return new Assignment(
                new GradingId("01JX"),
                TenantId.LOCAL,
                question,
                from.rubric(),
                RubricSource.GIVEN,
                from.answer(),
                language,
                feedbackLanguage,
                from.deadline(),
                from.urgency());
    }
}
