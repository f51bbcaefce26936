package io.evenhand.review.store;

import io.evenhand.platform.SearchableText;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.Place;
import io.evenhand.platform.vault.Vault;
import io.evenhand.review.queue.QueueItem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes items of the queue with their verdicts and their question. */
final class ItemTable {

    private static final int LONGEST_LABEL = 200;

    private final JdbcClient jdbc;
    private final Vault vault;

    ItemTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Whoever writes holds the grading's row, so that no two do it at once. */
    void put(QueueItem item, String question) {
        Map<String, @Nullable Object> row = ItemRows.columns(item);
        if (insert(row) == 1) {
            label(item, question);
        } else {
            update(row);
            forgetVerdicts(item);
            TraitTable.drop(jdbc, item.tenant(), item.id());
        }
        TraitTable.insert(jdbc, item);
        verdicts(item);
    }

    private void update(Map<String, @Nullable Object> row) {
        jdbc.sql(
                        """
                        update review_item set status = :status, waiting = :waiting,
                          confidence = :confidence, place = :place, question_key = :question, batch_id = :batch,
                          reasons = :reasons, flags = :flags, whole = :whole,
                          created_at = :createdAt, reviewer = :reviewer, reviewed_at = :reviewedAt,
                          at_random = :atRandom, machine = :machine, human = :human
                        where tenant = :tenant and grading_id = :id""")
                .params(row)
                .update();
    }

    private int insert(Map<String, @Nullable Object> row) {
        return jdbc.sql(
                        """
                        insert into review_item (tenant, grading_id, status, waiting, confidence, place,
                          question_key, batch_id, reasons, flags, whole, created_at, reviewer,
                          reviewed_at, at_random, machine, human)
                        values (:tenant, :id, :status, :waiting, :confidence, :place,
                          :question, :batch, :reasons, :flags, :whole, :createdAt, :reviewer,
                          :reviewedAt, :atRandom, :machine, :human)
                        on conflict do nothing""")
                .params(row)
                .update();
    }

    private void label(QueueItem item, String question) {
        String whole = SearchableText.of(question.strip());
        String label = whole.substring(0, Math.min(whole.length(), LONGEST_LABEL));
        Place place = SealedLabels.QUESTION.place("label", item.tenant(), item.questionKey());
        jdbc.sql(
                        """
                        insert into review_question (tenant, question_key, label, first_seen)
                        values (:tenant, :key, :label, :at) on conflict do nothing""")
                .param("tenant", item.tenant().value())
                .param("key", item.questionKey())
                .param("label", vault.seal(place, label))
                .param("at", Times.utc(item.createdAt()))
                .update();
    }

    private void forgetVerdicts(QueueItem item) {
        jdbc.sql("delete from review_verdict where tenant = :tenant and grading_id = :id")
                .param("tenant", item.tenant().value())
                .param("id", item.id().value())
                .update();
    }

    private void verdicts(QueueItem item) {
        List<QueueItem.Verdicts> all =
                item.decided().map(QueueItem.Decided::verdicts).orElse(List.of());
        for (int place = 0; place < all.size(); place++) {
            insert(item, place, all.get(place));
        }
    }

    private void insert(QueueItem item, int place, QueueItem.Verdicts verdicts) {
        String criterion = SearchableText.of(verdicts.criterion());
        jdbc.sql(
                        """
                        insert into review_verdict
                          (tenant, grading_id, place, criterion, machine, human)
                        values (:tenant, :id, :place, :criterion, :machine, :human)""")
                .param("tenant", item.tenant().value())
                .param("id", item.id().value())
                .param("place", place)
                .param(
                        "criterion",
                        criterion.substring(0, Math.min(criterion.length(), LONGEST_LABEL)))
                .param("machine", verdicts.machine())
                .param("human", verdicts.human())
                .update();
    }
}
