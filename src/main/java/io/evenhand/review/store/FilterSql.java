package io.evenhand.review.store;

import io.evenhand.grading.ReviewReason;
import io.evenhand.platform.TenantId;
import io.evenhand.review.queue.Desk;
import io.evenhand.review.queue.QueueFilter;
import io.evenhand.review.queue.QueueItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The condition of a filter, and its parameters. */
final class FilterSql {

    private final StringBuilder text =
            new StringBuilder(" from review_item where tenant = :tenant");
    private final Map<String, Object> parameters = new HashMap<>();
    private final Instant now;

    private FilterSql(Instant now) {
        this.now = now;
    }

    static FilterSql of(TenantId tenant, QueueFilter filter, Instant now) {
        FilterSql sql = new FilterSql(now);
        sql.parameters.put("tenant", tenant.value());
        sql.tab(filter);
        filter.question().ifPresent(key -> sql.and("question_key = :question", "question", key));
        filter.batch().ifPresent(id -> sql.and("batch_id = :batch", "batch", id));
        filter.assignee().ifPresent(name -> sql.and("assignee = :assignee", "assignee", name));
        filter.reason().ifPresent(r -> sql.and("reasons like :reason", "reason", like(r.name())));
        filter.flag().ifPresent(f -> sql.and("flags like :flag", "flag", like(f.name())));
        if (filter.marked()) {
            sql.text.append(" and flagged_by is not null");
        }
        sql.confidence(filter);
        sql.age(filter);
        return sql;
    }

    /** Only what comes after the given place of the order. */
    FilterSql after(QueueItem.Position position) {
        parameters.put("place", position.place());
        parameters.put("placeId", position.id().value());
        // the first condition is implied by the second, but an index can begin with it
        text.append(" and place >= :place")
                .append(" and (place > :place or grading_id > :placeId)");
        return this;
    }

    /**
     * Only what nobody else has open or was given, and what this reader is to read: not what they
     * asked others to look at, or decided on before.
     */
    FilterSql freeFor(Desk desk) {
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
        parameters.put("name", desk.name());
        parameters.put("window", desk.window());
        text.append(" and (held_until is null or held_until <= :now or held_desk = :window)")
                .append(" and (second_by is null or second_by <> :name or not waiting)")
                .append(" and (reviewer is null or reviewer <> :name or not waiting)");
        parameters.put("disputed", like(ReviewReason.READERS_DISAGREE.name()));
        text.append(" and (reasons not like :disputed or not waiting");
        if (desk.leads()) {
            text.append(" or not exists (select 1 from review_reading r where r.tenant = :tenant")
                    .append(" and r.grading_id = review_item.grading_id and r.reader = :name)");
        }
        text.append(")");
        if (!parameters.containsKey("assignee")) {
            text.append(" and (assignee is null or assignee = :name)");
        }
        return this;
    }

    FilterSql approvable(double confidence) {
        text.append(" and whole and status in ('GRADED', 'NEEDS_REVIEW', 'PROVISIONAL')")
                .append(" and place >= 0");
        return and("confidence >= :least", "least", confidence);
    }

    private void tab(QueueFilter filter) {
        switch (filter.tab()) {
            case WAITING -> text.append(" and waiting = true");
            case PROVISIONAL, UNGRADED, REVIEWED ->
                    and("status = :status", "status", filter.tab().name());
            case ALL -> {}
        }
    }

    private void confidence(QueueFilter filter) {
        filter.confidence()
                .ifPresent(
                        band -> {
                            and("confidence >= :from", "from", band.from());
                            and("confidence < :to", "to", Math.min(band.to(), 2));
                        });
    }

    private void age(QueueFilter filter) {
        filter.age()
                .ifPresent(
                        age ->
                                and(
                                        age.younger()
                                                ? "created_at >= :border"
                                                : "created_at < :border",
                                        "border",
                                        now.minus(age.border()).atOffset(ZoneOffset.UTC)));
    }

    private FilterSql and(String condition, String name, Object value) {
        text.append(" and ").append(condition);
        parameters.put(name, value);
        return this;
    }

    static String like(String name) {
        return "%," + name.replace("_", "\\_") + ",%";
    }

    String text() {
        return text.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
