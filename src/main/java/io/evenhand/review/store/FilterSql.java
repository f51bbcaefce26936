package io.evenhand.review.store;

import io.evenhand.grading.ReviewReason;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.review.queue.Desk;
import io.evenhand.review.queue.QueueFilter;
import io.evenhand.review.queue.QueueItem;
import io.evenhand.review.queue.Tab;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The condition of a filter, and its parameters. */
final class FilterSql {

    private static final String WHOLE = " from review_item where tenant = :tenant";

    /**
     * What has a trait is read in the order of that trait's rows, however few or many there are.
     */
    private static final String BY_TRAIT =
            " from review_trait join review_item on tenant = of_tenant and grading_id = of_grading"
                    + " where of_tenant = :tenant and trait = :trait";

    private final StringBuilder text;
    private final boolean byTrait;
    private final String held;
    private final Map<String, Object> parameters = new HashMap<>();
    private final Instant now;

    private FilterSql(Instant now, Optional<String> trait, String held) {
        this.held = held;
        this.now = now;
        this.byTrait = trait.isPresent();
        this.text = new StringBuilder(byTrait ? BY_TRAIT : WHOLE);
        trait.ifPresent(name -> parameters.put("trait", name));
    }

    static FilterSql of(TenantId tenant, QueueFilter filter, Instant now) {
        Optional<String> flag = filter.flag().map(f -> TraitTable.flag(f.name()));
        Optional<String> reason = filter.reason().map(r -> TraitTable.reason(r.name()));
        FilterSql sql =
                new FilterSql(
                        now,
                        flag.or(() -> reason),
                        held(filter, flag.or(() -> reason).isPresent()));
        sql.parameters.put("tenant", tenant.value());
        sql.tab(filter);
        filter.question().ifPresent(key -> sql.and("question_key = :question", "question", key));
        filter.interview().ifPresent(id -> sql.asked(filter.keys()));
        filter.batch().ifPresent(id -> sql.and("batch_id = :batch", "batch", id));
        filter.assignee().ifPresent(name -> sql.and("assignee = :assignee", "assignee", name));
        if (flag.isPresent()) {
            filter.reason()
                    .ifPresent(r -> sql.and("reasons like :reason", "reason", like(r.name())));
        }
        if (filter.marked()) {
            // says no more than that it is not null, but in a way that an index knows
            sql.text.append(" and flagged_by >= ''");
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
        text.append(
                " and %1$s >= :place and (%1$s > :place or %2$s > :placeId)"
                        .formatted(place(), id()));
        return this;
    }

    /** Only what goes before all that is in the order of confidence. */
    FilterSql ahead() {
        text.append(" and ").append(place()).append(" < 0");
        return this;
    }

    /** Only what is in that order, from where the band of confidence begins. */
    FilterSql fromBand() {
        text.append(" and ").append(place()).append(" >= :from");
        return this;
    }

    /**
     * In the order of the queue. What the conditions hold to one value stands before it, as in the
     * index that is to be read: H2 knows an index's order by all of its columns only, and would
     * sort whatever the conditions let through.
     */
    String order() {
        return " order by " + held + ", " + place() + ", " + id() + " limit :limit";
    }

    private static String held(QueueFilter filter, boolean byTrait) {
        if (byTrait) {
            return "of_tenant, trait";
        }
        boolean waiting = filter.tab() == Tab.WAITING;
        if (filter.question().isPresent() && waiting) {
            return "tenant, question_key, waiting";
        }
        if (filter.batch().isPresent()) {
            return "tenant, batch_id";
        }
        if (filter.assignee().isPresent() && waiting) {
            return "tenant, assignee, waiting";
        }
        return switch (filter.tab()) {
            case WAITING -> "tenant, waiting";
            case PROVISIONAL, UNGRADED, REVIEWED -> "tenant, status";
            case ALL -> "tenant";
        };
    }

    private String place() {
        return byTrait ? "of_place" : "place";
    }

    private String id() {
        return byTrait ? "of_grading" : "grading_id";
    }

    /**
     * Only what nobody else has open or was given, and what this reader is to read: not what they
     * asked others to look at, or decided on before.
     */
    FilterSql freeFor(Desk desk) {
        parameters.put("now", Times.utc(now));
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

    private void asked(List<String> keys) {
        if (keys.isEmpty()) {
            text.append(" and 1 = 0");
        } else {
            and("question_key in (:keys)", "keys", keys);
        }
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
                                        Times.utc(now.minus(age.border()))));
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
