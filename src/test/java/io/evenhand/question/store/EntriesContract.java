package io.evenhand.question.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Entry;
import io.evenhand.question.EntryQuery;
import io.evenhand.question.Points;
import io.evenhand.question.Profile;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.QuestionLevel;
import io.evenhand.question.QuestionRef;
import io.evenhand.question.QuestionStatus;
import io.evenhand.question.Questions;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How every bank keeps versions apart and finds them again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EntriesContract {

    private static final TenantId TENANT = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");
    private static final EntryQuery ALL =
            new EntryQuery(
                    TENANT,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    100);

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
    void anEntryIsFoundAsItWasAdded() {
        Entry entry = entry("q", QuestionStatus.DRAFT);

        Entry added = add(entry).orElseThrow();

        assertThat(added.version()).isEqualTo(1);
        assertThat(latest("q")).contains(added);
        assertThat(added.saysTheSameAs(entry)).isTrue();
    }

    @Test
    void anIdIsAddedOnce() {
        add(entry("q", QuestionStatus.DRAFT));

        assertThat(add(entry("q", QuestionStatus.DRAFT))).isEmpty();
        assertThat(latest("q").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void aVersionComesAfterTheLatestOnly() {
        add(entry("q", QuestionStatus.DRAFT));

        assertThat(renew(entry("q", QuestionStatus.DRAFT), 1).orElseThrow().version()).isEqualTo(2);
        assertThat(renew(entry("q", QuestionStatus.DRAFT), 1)).isEmpty();
        assertThat(renew(entry("none", QuestionStatus.DRAFT), 1)).isEmpty();
        assertThat(database.inTransaction(() -> questions.entry(TENANT, "q", 1))).isPresent();
    }

    @Test
    void twoWhoRenewAtOnceMakeOneVersion() {
        add(entry("q", QuestionStatus.DRAFT));
        CyclicBarrier together = new CyclicBarrier(2);

        long renewed =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> raced(together)))
                        .limit(2)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .filter(Optional::isPresent)
                        .count();

        assertThat(renewed).isEqualTo(1);
        assertThat(latest("q").orElseThrow().version()).isEqualTo(2);
    }

    private Optional<Entry> raced(CyclicBarrier together) {
        return database.inTransaction(
                () -> {
                    together.await();
                    return questions.renew(TENANT, entry("q", QuestionStatus.DRAFT), 1);
                });
    }

    @Test
    void theVersionInForceIsTheLatestThatIsNoDraft() {
        add(entry("q", QuestionStatus.PUBLISHED));
        renew(entry("q", QuestionStatus.DRAFT), 1);
        assertThat(published("q")).contains(new QuestionRef("q", 1));

        renew(entry("q", QuestionStatus.RETIRED), 2);
        assertThat(published("q")).isEmpty();

        renew(entry("q", QuestionStatus.PUBLISHED), 3);
        assertThat(published("q")).contains(new QuestionRef("q", 4));
    }

    @Test
    void aStatusFindsTheDraftToComeOrTheVersionInForce() {
        add(entry("q", QuestionStatus.PUBLISHED));
        renew(entry("q", QuestionStatus.PUBLISHED), 1);
        renew(entry("q", QuestionStatus.DRAFT), 2);

        assertThat(found(ALL)).containsExactly("q 3");
        assertThat(found(with(QuestionStatus.PUBLISHED))).containsExactly("q 2");
        assertThat(found(with(QuestionStatus.DRAFT))).containsExactly("q 3");
        assertThat(found(with(QuestionStatus.PUBLISHED, QuestionStatus.DRAFT)))
                .containsExactly("q 3");
        renew(entry("q", QuestionStatus.RETIRED), 3);
        assertThat(found(with(QuestionStatus.PUBLISHED))).isEmpty();
    }

    @Test
    void everyFilterLooksAtTheVersionThatIsShown() {
        add(entry("old", QuestionStatus.DRAFT));
        renew(new Entry("old", QuestionStatus.DRAFT, question("Why?"), Profile.NONE), 1);
        add(entry("new", QuestionStatus.DRAFT));

        assertThat(found(filter(Optional.of("sql"), Optional.empty(), Optional.empty())))
                .containsExactly("new 1");
        assertThat(found(filter(Optional.empty(), Optional.of("data"), Optional.empty())))
                .containsExactly("new 1");
        assertThat(found(filter(Optional.empty(), Optional.empty(), Optional.of("en"))))
                .containsExactly("new 1");
        assertThat(found(filter(Optional.empty(), Optional.empty(), Optional.of("e")))).isEmpty();
        assertThat(found(levels(QuestionLevel.EXPERT, QuestionLevel.BASIC)))
                .containsExactly("new 1");
        assertThat(found(levels(QuestionLevel.BASIC))).isEmpty();
        assertThat(found(kinds(QuestionKind.SITUATIONAL))).containsExactly("new 1", "old 2");
        assertThat(found(kinds(QuestionKind.TECHNICAL))).isEmpty();
    }

    @Test
    void allWordsMustOccurWhateverTheirCase() {
        add(entry("q", QuestionStatus.DRAFT));

        assertThat(found(words("JOIN", "100%", "hard_one", "sql", "data"))).containsExactly("q 1");
        assertThat(found(words("join", "missing"))).isEmpty();
        assertThat(found(words("j%n"))).isEmpty();
        assertThat(found(words("hard-one"))).isEmpty();
        assertThat(found(words("\u0000"))).isEmpty();
    }

    @Test
    void pagesFollowTheIds() {
        Stream.of("c", "a", "b").forEach(id -> add(entry(id, QuestionStatus.DRAFT)));

        assertThat(found(ALL.withLimit(2))).containsExactly("a 1", "b 1");
        assertThat(found(after("b"))).containsExactly("c 1");
    }

    @Test
    void anotherTenantFindsNothing() {
        add(entry("q", QuestionStatus.PUBLISHED));

        assertThat(found(of(OTHER, query -> query))).isEmpty();
        assertThat(database.inTransaction(() -> questions.latest(OTHER, "q"))).isEmpty();
        assertThat(
                        database.inTransaction(
                                () -> questions.renew(OTHER, entry("q", QuestionStatus.DRAFT), 1)))
                .isEmpty();
        assertThat(latest("q").orElseThrow().version()).isEqualTo(1);
    }

    private static Entry entry(String id, QuestionStatus status) {
        Profile profile =
                new Profile(
                        Optional.of(QuestionLevel.EXPERT),
                        Optional.of("data"),
                        List.of("sql", "joins"),
                        Optional.of("en-GB"),
                        List.of("hard_one"),
                        Optional.of(5));
        return new Entry(id, status, question("What does a Join cost, 100% of the time?"), profile);
    }

    private static Question question(String text) {
        return new Question(
                Optional.empty(),
                text,
                QuestionKind.SITUATIONAL,
                List.of("One."),
                Optional.empty(),
                Points.of(10),
                Optional.of(new BigDecimal("60.5")),
                List.of(),
                false,
                List.of("And then?"));
    }

    private Optional<Entry> add(Entry entry) {
        return database.inTransaction(() -> questions.add(TENANT, entry));
    }

    private Optional<Entry> renew(Entry entry, int expected) {
        return database.inTransaction(() -> questions.renew(TENANT, entry, expected));
    }

    private Optional<Entry> latest(String id) {
        return database.inTransaction(() -> questions.latest(TENANT, id));
    }

    private Optional<QuestionRef> published(String id) {
        return database.inTransaction(() -> questions.published(TENANT, id)).flatMap(Question::ref);
    }

    private List<String> found(EntryQuery query) {
        return database.inTransaction(() -> questions.find(query)).stream()
                .map(entry -> entry.id() + " " + entry.version())
                .toList();
    }

    private static EntryQuery of(TenantId tenant, UnaryOperator<EntryQuery> more) {
        EntryQuery all = more.apply(ALL);
        return new EntryQuery(
                tenant,
                all.statuses(),
                all.levels(),
                all.kinds(),
                all.skill(),
                all.category(),
                all.language(),
                all.words(),
                all.after(),
                all.limit());
    }

    private static EntryQuery with(QuestionStatus... statuses) {
        return query(Set.of(statuses), Set.of(), Set.of(), List.of(), Optional.empty());
    }

    private static EntryQuery levels(QuestionLevel... levels) {
        return query(Set.of(), Set.of(levels), Set.of(), List.of(), Optional.empty());
    }

    private static EntryQuery kinds(QuestionKind... kinds) {
        return query(Set.of(), Set.of(), Set.of(kinds), List.of(), Optional.empty());
    }

    private static EntryQuery words(String... words) {
        return query(Set.of(), Set.of(), Set.of(), List.of(words), Optional.empty());
    }

    private static EntryQuery after(String id) {
        return query(Set.of(), Set.of(), Set.of(), List.of(), Optional.of(id));
    }

    private static EntryQuery query(
            Set<QuestionStatus> statuses,
            Set<QuestionLevel> levels,
            Set<QuestionKind> kinds,
            List<String> words,
            Optional<String> after) {
        return new EntryQuery(
                TENANT,
                statuses,
                levels,
                kinds,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                words,
                after,
                100);
    }

    private static EntryQuery filter(
            Optional<String> skill, Optional<String> category, Optional<String> language) {
        return new EntryQuery(
                TENANT,
                Set.of(),
                Set.of(),
                Set.of(),
                skill,
                category,
                language,
                List.of(),
                Optional.empty(),
                100);
    }
}
