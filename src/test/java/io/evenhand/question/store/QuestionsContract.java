package io.evenhand.question.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import io.evenhand.question.Option;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.QuestionRef;
import io.evenhand.question.Questions;
import io.evenhand.question.Rubric;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every question bank does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QuestionsContract {

    private static final TenantId TENANT = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    private TestDatabase database;
    private Questions questions;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        database = database();
        questions = new JdbcQuestions(database.jdbc(), new StorageJson(), new SettableClock());
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void findsAQuestionAsItWasPublished() {
        QuestionRef ref = publish("overfitting", question("What is überfitting \u0000 过拟合 🤖?"));

        assertThat(ref).isEqualTo(new QuestionRef("overfitting", 1));
        assertThat(published(TENANT, "overfitting"))
                .contains(question("What is überfitting \u0000 过拟合 🤖?").in(Optional.of(ref)));
    }

    @Test
    void theLatestVersionIsThePublishedOneAndTheOldOnesStay() {
        publish("q", question("First?"));
        publish("q", question("Second?"));

        assertThat(published(TENANT, "q").orElseThrow().text()).isEqualTo("Second?");
        assertThat(version("q", 1).orElseThrow().text()).isEqualTo("First?");
        assertThat(version("q", 2).orElseThrow().ref()).contains(new QuestionRef("q", 2));
        assertThat(version("q", 3)).isEmpty();
    }

    @Test
    void aVersionIsFoundWhateverItsStatusButNotAsThePublishedOne() {
        publish("q", question("First?"));
        database.jdbc().sql("update question_version set status = 'DRAFT'").update();

        assertThat(published(TENANT, "q")).isEmpty();
        assertThat(version("q", 1)).isPresent();
    }

    @Test
    void anIdThatADatabaseDoesNotHoldIsUnknown() {
        assertThat(published(TENANT, "q\u0000")).isEmpty();
        assertThat(version("\uD83D", 1)).isEmpty();
    }

    @Test
    void anotherTenantSeesNothing() {
        assertThat(isEmpty(TENANT)).isTrue();
        publish("q", question("Mine?"));

        assertThat(published(OTHER, "q")).isEmpty();
        assertThat(database.inTransaction(() -> questions.version(OTHER, "q", 1))).isEmpty();
        assertThat(isEmpty(OTHER)).isTrue();
        assertThat(isEmpty(TENANT)).isFalse();
    }

    @Test
    void anotherTenantCountsItsOwnVersions() {
        publish("q", question("Mine?"));
        Callable<QuestionRef> theirs = () -> questions.publish(OTHER, "q", question("Theirs?"));

        assertThat(database.inTransaction(theirs)).isEqualTo(new QuestionRef("q", 1));
        assertThat(published(TENANT, "q").orElseThrow().text()).isEqualTo("Mine?");
    }

    private QuestionRef publish(String id, Question question) {
        return database.inTransaction(() -> questions.publish(TENANT, id, question));
    }

    private Optional<Question> published(TenantId tenant, String id) {
        return database.inTransaction(() -> questions.published(tenant, id));
    }

    private Optional<Question> version(String id, int version) {
        return database.inTransaction(() -> questions.version(TENANT, id, version));
    }

    private boolean isEmpty(TenantId tenant) {
        return database.inTransaction(() -> questions.isEmpty(tenant));
    }

    private static Question question(String text) {
        Criterion required =
                new Criterion("a", "d", Points.of(4), List.of(), true, Optional.of(Points.ZERO));
        Criterion levels =
                Criterion.of("b", "d", Points.of("0.1"))
                        .withLevels(
                                List.of(
                                        new Level("none", Points.ZERO),
                                        new Level("all", Points.of("0.1"))));
        return new Question(
                Optional.empty(),
                text,
                QuestionKind.SITUATIONAL,
                List.of("One.", "Two."),
                Optional.of(new Rubric(List.of(required, levels))),
                Points.of(10),
                Optional.of(new BigDecimal("60.5")),
                List.of(new Option("a", "A", true)),
                true);
    }
}
