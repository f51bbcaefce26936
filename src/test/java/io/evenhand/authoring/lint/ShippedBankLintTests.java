package io.evenhand.authoring.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenhand.authoring.lint.Finding.Code;
import io.evenhand.authoring.lint.Finding.Severity;
import io.evenhand.authoring.preview.PreviewSamples;
import io.evenhand.guard.Embedder;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Bank;
import io.evenhand.question.Criterion;
import io.evenhand.question.Entry;
import io.evenhand.question.EntryQuery;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.QuestionStatus;
import io.evenhand.question.Rubric;
import io.evenhand.question.exchange.Exchange;
import io.evenhand.question.exchange.ShippedBanks;
import io.evenhand.support.ApiTestBase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lint holds nothing against rubrics that people wrote with care, and finds what it should. */
class ShippedBankLintTests extends ApiTestBase {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TenantId TENANT = new TenantId("shipped");

    @Autowired Exchange exchange;
    @Autowired Bank bank;
    @Autowired Lint lint;
    @Autowired LintDesk desk;
    @Autowired Embedder embedder;

    @Test
    void findsNothingToMendInTheShippedBank() {
        await().atMost(60, TimeUnit.SECONDS).until(() -> embedder.embed("ready").isPresent());
        exchange.takeIn(TENANT, ShippedBanks.AI_ENGINEER, QuestionStatus.PUBLISHED).block(PATIENCE);
        List<Entry> entries = Objects.requireNonNull(bank.find(query()).block(PATIENCE));

        List<String> found =
                entries.stream()
                        .filter(e -> e.question().kind() != QuestionKind.MULTIPLE_CHOICE)
                        .flatMap(
                                e ->
                                        Objects.requireNonNull(desk.seen(e).block(PATIENCE))
                                                .stream()
                                                .filter(f -> f.severity() != Severity.NOTE)
                                                .map(f -> e.id() + " " + f))
                        .toList();

        assertThat(entries).hasSizeGreaterThan(80);
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    true  | Says that it memorises the training data | Mentions that the model learns the training data by heart
                    true  | Asks what a false alarm costs | Weighs what false alarms cost the shop
                    true  | Names an example of drift from practice | Gives an example of drift from real practice
                    false | Compares training error and validation error | Names dropout as a way to prevent it
                    false | Splits the data by time | Cleans the data of duplicates
                    """)
    void tellsWhatSaysTheSameInOtherWords(boolean same, String one, String other) {
        await().atMost(60, TimeUnit.SECONDS).until(() -> embedder.embed("ready").isPresent());
        Rubric rubric =
                new Rubric(
                        List.of(
                                Criterion.of("one", one, Points.of(1)),
                                Criterion.of("other", other, Points.of(1))));
        Question question = PreviewSamples.question().with(rubric);

        List<Finding> found =
                lint.findings(new Subject(question, rubric, Optional.empty(), Optional.empty()));

        assertThat(found)
                .extracting(Finding::code)
                .isEqualTo(same ? List.of(Code.CRITERIA_OVERLAP) : List.of());
    }

    private static EntryQuery query() {
        return new EntryQuery(
                TENANT,
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                200);
    }
}
