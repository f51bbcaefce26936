package io.evenhand.question.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.platform.StrictJson;
import io.evenhand.question.Arrival;
import io.evenhand.question.Criterion;
import io.evenhand.question.Entry;
import io.evenhand.question.Level;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.QuestionStatus;
import io.evenhand.question.Rubric;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The German questions of the shipped bank beside the English ones that they translate. */
class GermanQuestionsTests {

    private static final Map<String, Entry> BANK =
            new ShippedBanks(new FileReader(new StrictJson()))
                    .read(ShippedBanks.AI_ENGINEER, QuestionStatus.PUBLISHED).orElseThrow().stream()
                            .map(Arrival::entry)
                            .collect(Collectors.toMap(Entry::id, Function.identity()));

    private static final List<Entry> GERMAN =
            BANK.values().stream()
                    .filter(entry -> entry.profile().language().orElseThrow().equals("de"))
                    .toList();

    @Test
    void areTenTwoOfThemWithOptions() {
        assertThat(GERMAN)
                .hasSize(10)
                .filteredOn(entry -> entry.question().kind() == QuestionKind.MULTIPLE_CHOICE)
                .hasSize(2);
    }

    @Test
    void areWorthWhatTheirEnglishOnesAreWorth() {
        assertThat(GERMAN)
                .allSatisfy(
                        german -> {
                            Entry english = BANK.get(german.id().replaceFirst("-de$", ""));
                            assertThat(worth(german)).as(german.id()).isEqualTo(worth(english));
                            assertThat(german.question().text())
                                    .isNotEqualTo(english.question().text());
                        });
    }

    /** All but what is said in words. */
    private static List<Object> worth(Entry entry) {
        Question question = entry.question();
        return List.of(
                question.kind(),
                question.passMark(),
                question.points(),
                question.options().stream().map(o -> Map.entry(o.id(), o.correct())).toList(),
                question.followUpQuestions().size(),
                entry.profile().level(),
                entry.profile().category(),
                entry.profile().skills(),
                entry.profile().tags(),
                entry.profile().timeMinutes(),
                question.rubric().map(Rubric::criteria).orElse(List.of()).stream()
                        .map(GermanQuestionsTests::worth)
                        .toList());
    }

    private static Criterion worth(Criterion criterion) {
        return new Criterion(
                criterion.id(),
                "",
                criterion.points(),
                criterion.levels().stream().map(l -> new Level("", l.points())).toList(),
                criterion.partial(),
                criterion.capAt());
    }
}
