package io.evenhand.question.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.platform.StrictJson;
import io.evenhand.question.Arrival;
import io.evenhand.question.Entry;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.QuestionLevel;
import io.evenhand.question.QuestionStatus;
import io.evenhand.question.Rubric;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The bank for AI engineers as it is shipped. */
class ShippedBankTests {

    private static final List<Entry> ENTRIES =
            new ShippedBanks(new FileReader(new StrictJson()))
                    .read(ShippedBanks.AI_ENGINEER, QuestionStatus.PUBLISHED).orElseThrow().stream()
                            .map(Arrival::entry)
                            .toList();

    @Test
    void coversEveryKindAndLevel() {
        assertThat(ENTRIES).hasSizeGreaterThanOrEqualTo(80).hasSize(102);
        assertThat(ENTRIES)
                .extracting(entry -> entry.question().kind())
                .contains(QuestionKind.values());
        assertThat(ENTRIES)
                .extracting(entry -> entry.profile().level().orElseThrow())
                .contains(QuestionLevel.values());
        assertThat(ENTRIES)
                .filteredOn(entry -> entry.question().kind() == QuestionKind.MULTIPLE_CHOICE)
                .hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void everyQuestionStandsInOneFileOnlyAndIsPublished() {
        assertThat(ENTRIES).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(ENTRIES).extracting(Entry::status).containsOnly(QuestionStatus.PUBLISHED);
    }

    @Test
    void everyQuestionHasAllThatAnInterviewerNeeds() {
        assertThat(ENTRIES)
                .allSatisfy(
                        entry -> {
                            assertThat(entry.profile().category()).as(entry.id()).isPresent();
                            assertThat(entry.profile().skills()).as(entry.id()).isNotEmpty();
                            assertThat(entry.profile().language()).as(entry.id()).isPresent();
                            assertThat(entry.profile().timeMinutes()).as(entry.id()).isPresent();
                            assertThat(entry.question().passMark()).as(entry.id()).isPresent();
                            assertThat(entry.question().followUpQuestions())
                                    .as(entry.id())
                                    .isNotEmpty();
                        });
    }

    @Test
    void everyOpenQuestionHasAModelAnswerAndThreeToSixCriteriaToEarn() {
        assertThat(ENTRIES)
                .extracting(Entry::question)
                .filteredOn(question -> question.kind() != QuestionKind.MULTIPLE_CHOICE)
                .allSatisfy(
                        question -> {
                            assertThat(question.modelAnswers()).as(question.text()).isNotEmpty();
                            assertThat(question.rubric().orElseThrow().criteria())
                                    .as(question.text())
                                    .filteredOn(criterion -> !criterion.isDeduction())
                                    .hasSizeBetween(3, 6);
                        });
    }

    @Test
    void whoLacksWhatIsRequiredCannotPass() {
        assertThat(ENTRIES)
                .extracting(Entry::question)
                .filteredOn(question -> question.rubric().isPresent())
                .allSatisfy(
                        question -> {
                            Rubric rubric = question.rubric().orElseThrow();
                            assertThat(rubric.criteria())
                                    .as(question.text())
                                    .flatMap(criterion -> criterion.capAt().stream().toList())
                                    .allMatch(
                                            cap ->
                                                    cap.compareTo(pointsToPass(question, rubric))
                                                            < 0);
                        });
    }

    private static Points pointsToPass(Question question, Rubric rubric) {
        return rubric.maxScore().times(question.passMark().orElseThrow().movePointLeft(2));
    }

    @Test
    void everyInterviewAsksQuestionsOfTheBank() throws IOException {
        Set<String> ids = ENTRIES.stream().map(Entry::id).collect(Collectors.toSet());
        JsonNode interviews =
                new YAMLMapper()
                        .readTree(
                                new ClassPathResource("bank/ai-engineer/interviews.yaml")
                                        .getContentAsByteArray())
                        .at("/interviews");

        assertThat(interviews.size()).isGreaterThanOrEqualTo(3);
        assertThat(
                        interviews
                                .valueStream()
                                .flatMap(interview -> interview.at("/questions").valueStream())
                                .map(question -> question.at("/id").asString()))
                .isNotEmpty()
                .isSubsetOf(ids);
        assertThat(
                        interviews
                                .valueStream()
                                .flatMap(interview -> interview.at("/questions").valueStream())
                                .map(question -> question.at("/weight").asInt()))
                .allMatch(weight -> weight > 0);
    }

    @Test
    void aSourceOfAnotherNameIsNone() {
        assertThat(
                        new ShippedBanks(new FileReader(new StrictJson()))
                                .read("ai-engineer/..", QuestionStatus.DRAFT))
                .isEmpty();
    }
}
