package io.evenhand.authoring.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.evenhand.authoring.draft.Draft;
import io.evenhand.authoring.draft.Drafts;
import io.evenhand.authoring.draft.Origin;
import io.evenhand.authoring.preview.Item;
import io.evenhand.authoring.preview.Preview;
import io.evenhand.authoring.preview.PreviewSamples;
import io.evenhand.authoring.preview.PreviewStatus;
import io.evenhand.authoring.preview.Previews;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.Usage;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.TestVaults;
import io.evenhand.question.QuestionRef;
import io.evenhand.support.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every store of drafts and previews does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PreviewsContract {

    private static final TenantId OTHER = new TenantId("other");
    private static final Instant NOW = PreviewSamples.NOW;
    private static final Instant LATER = NOW.plusSeconds(75);
    private static final GradingIds IDS = new GradingIds();

    private TestDatabase database;
    private Previews previews;
    private Drafts drafts;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        database = database();
        previews = new JdbcPreviews(database.jdbc(), new StorageJson(), TestVaults.vault());
        drafts = new JdbcDrafts(database.jdbc(), new StorageJson());
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
    void findsAPreviewAndItsAnswersAsTheyAre() {
        Preview preview = added(3);

        assertThat(found(preview)).contains(preview);
        assertThat(items(preview))
                .extracting(Item::seq, Item::status)
                .containsExactly(
                        tuple(1, Item.Status.OPEN),
                        tuple(2, Item.Status.OPEN),
                        tuple(3, Item.Status.OPEN));
    }

    @Test
    void knowsNothingOfAnotherTenant() {
        Preview preview = added(1);

        assertThat(inTx(() -> previews.find(OTHER, preview.id()))).isEmpty();
        assertThat(inTx(() -> previews.items(OTHER, preview.id()))).isEmpty();
        assertThat(inTx(() -> previews.forget(OTHER, preview.id()))).isFalse();
        run(
                () ->
                        previews.record(
                                OTHER,
                                preview.id(),
                                PreviewSamples.compared(items(preview).getFirst())));
        assertThat(items(preview).getFirst().status()).isEqualTo(Item.Status.OPEN);
    }

    @Test
    void isTakenUpByOneUntilItsLeaseIsOver() {
        Preview preview = added(1);

        List<Preview> first = claim(NOW);
        assertThat(first).containsExactly(preview.claimed(LATER));
        assertThat(claim(NOW.plusSeconds(74))).isEmpty();
        List<Preview> second = claim(LATER);

        assertThat(second).extracting(Preview::claims).containsExactly(2);
        assertThat(held(first.getFirst())).isFalse();
        assertThat(held(second.getFirst())).isTrue();
    }

    @Test
    void whatLostItsLeaseEndsNothing() {
        added(1);
        Preview first = claim(NOW).getFirst();
        Preview second = claim(LATER).getFirst();

        run(() -> previews.update(PreviewSamples.ended(first, PreviewStatus.FAILED)));
        assertThat(found(second)).map(Preview::status).contains(PreviewStatus.RUNNING);

        run(() -> previews.update(PreviewSamples.ended(second, PreviewStatus.COMPLETED)));
        assertThat(found(second)).contains(PreviewSamples.ended(second, PreviewStatus.COMPLETED));
        assertThat(claim(LATER.plusSeconds(999))).isEmpty();
    }

    @Test
    void anAnswerIsComparedOnceAndSettledOnce() {
        Preview preview = added(1);
        Item open = items(preview).getFirst();
        Item compared = PreviewSamples.compared(open);

        run(() -> previews.settle(preview.tenant(), preview.id(), 1, Item.Status.APPLIED));
        assertThat(items(preview)).containsExactly(open);
        run(() -> previews.record(preview.tenant(), preview.id(), compared));
        run(() -> previews.record(preview.tenant(), preview.id(), PreviewSamples.failed(open)));
        assertThat(items(preview)).containsExactly(compared);

        run(() -> previews.settle(preview.tenant(), preview.id(), 1, Item.Status.APPLIED));
        run(() -> previews.settle(preview.tenant(), preview.id(), 1, Item.Status.CHANGED));

        assertThat(items(preview))
                .containsExactly(
                        new Item(
                                1,
                                open.grading(),
                                Item.Status.APPLIED,
                                compared.comparison(),
                                Optional.empty()));
    }

    @Test
    void anAnswerGoesWithItsGrading() {
        Preview preview = added(2);
        GradingId gone = items(preview).getFirst().grading();

        run(
                () ->
                        database.jdbc()
                                .sql("delete from grading where id = :id")
                                .param("id", gone.value())
                                .update());

        assertThat(items(preview)).extracting(Item::seq).containsExactly(2);
    }

    @Test
    void forgetsOneAndWhatIsOld() {
        Preview preview = added(2);
        Preview other = added(1);

        assertThat(inTx(() -> previews.forget(preview.tenant(), preview.id()))).isTrue();
        assertThat(inTx(() -> previews.forget(preview.tenant(), preview.id()))).isFalse();
        assertThat(items(preview)).isEmpty();
        assertThat(inTx(() -> previews.forget(NOW))).isZero();
        assertThat(inTx(() -> previews.forget(LATER))).isOne();
        assertThat(found(other)).isEmpty();
    }

    @Test
    void keepsWhereDraftsCameFrom() {
        Draft first = draft(1, Optional.empty());
        Draft second = draft(2, Optional.of(FallbackReason.DEADLINE));
        run(() -> drafts.add(first));
        run(() -> drafts.add(second));

        assertThat(inTx(() -> drafts.of(PreviewSamples.TENANT, "q", 9)))
                .containsExactly(second, first);
        assertThat(inTx(() -> drafts.of(PreviewSamples.TENANT, "q", 1))).containsExactly(second);
        assertThat(inTx(() -> drafts.of(OTHER, "q", 9))).isEmpty();
        assertThat(inTx(() -> drafts.of(PreviewSamples.TENANT, "other", 9))).isEmpty();
    }

    private static Draft draft(int version, Optional<FallbackReason> reason) {
        return new Draft(
                PreviewSamples.TENANT,
                new QuestionRef("q", version),
                new Origin(
                        GraderKind.LLM,
                        Optional.of("m"),
                        Optional.of("rubric/1"),
                        Optional.empty(),
                        reason,
                        2),
                new Usage(10, 20, Optional.empty()),
                "somebody",
                NOW);
    }

    private Preview added(int answers) {
        Preview preview = PreviewSamples.queued();
        List<GradingId> ids = IntStream.range(0, answers).mapToObj(i -> grading()).toList();
        run(() -> previews.add(preview, ids));
        return preview;
    }

    private GradingId grading() {
        GradingId id = IDS.next();
        run(
                () ->
                        database.jdbc()
                                .sql(
                                        """
                                        insert into grading (tenant, id, status, revision, attempt,
                                          version, created_at, answer, submission, result)
                                        values (:tenant, :id, 'GRADED', 1, 1, 1,
                                          current_timestamp, '""', '{}', '{}')""")
                                .param("tenant", PreviewSamples.TENANT.value())
                                .param("id", id.value())
                                .update());
        return id;
    }

    private Optional<Preview> found(Preview preview) {
        return inTx(() -> previews.find(preview.tenant(), preview.id()));
    }

    private List<Item> items(Preview preview) {
        return inTx(() -> previews.items(preview.tenant(), preview.id()));
    }

    private List<Preview> claim(Instant now) {
        return inTx(() -> previews.claim(5, now, now.plusSeconds(75)));
    }

    private boolean held(Preview claimed) {
        return inTx(() -> previews.hold(claimed, LATER.plusSeconds(75)));
    }

    private void run(Runnable work) {
        inTx(
                () -> {
                    work.run();
                    return true;
                });
    }

    private <T> T inTx(Callable<T> work) {
        return database.inTransaction(work);
    }
}
