package io.evenhand.grading.store;

import io.evenhand.grading.GradingQuery;
import io.evenhand.grading.GradingStatus;
import io.evenhand.platform.SearchableText;
import io.evenhand.platform.Times;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The SQL of a page of gradings, with a condition for each filter that is set. */
final class PageSql {

    private final StringBuilder text =
            new StringBuilder("select * from grading where tenant = :tenant");
    private final Map<String, Object> parameters = new HashMap<>();

    private PageSql() {}

    static PageSql of(GradingQuery query) {
        PageSql sql = new PageSql();
        sql.parameters.put("tenant", query.tenant().value());
        if (!query.statuses().isEmpty()) {
            sql.text.append(" and status in (:statuses)");
            sql.parameters.put(
                    "statuses", query.statuses().stream().map(GradingStatus::name).toList());
        }
        sql.and("question_id = :question", "question", query.questionId(), SearchableText::of);
        sql.and("batch_id = :batch", "batch", query.batchId(), SearchableText::of);
        sql.and(
                "candidate_ref = :candidate",
                "candidate",
                query.candidateRef(),
                SearchableText::of);
        sql.and("created_at >= :after", "after", query.createdAfter(), Times::utc);
        sql.and("created_at < :until", "until", query.createdBefore(), Times::utc);
        sql.and("id < :before", "before", query.before(), id -> id.value());
        sql.text.append(" order by id desc limit :limit");
        sql.parameters.put("limit", query.limit());
        return sql;
    }

    private <T> void and(
            String condition, String name, Optional<T> value, Function<T, Object> parameter) {
        value.ifPresent(
                present -> {
                    text.append(" and ").append(condition);
                    parameters.put(name, parameter.apply(present));
                });
    }

    String text() {
        return text.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
