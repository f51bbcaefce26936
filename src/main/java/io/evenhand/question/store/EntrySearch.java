package io.evenhand.question.store;

import io.evenhand.platform.SearchableText;
import io.evenhand.question.EntryQuery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A query of the bank as SQL. */
final class EntrySearch {

    /** A draft to come or the version in force, whichever has a wanted status and is later. */
    private static final String LATEST_OF_STATUS =
            """
             and v.version = (select max(w.version) from question_version w
               where w.tenant = q.tenant and w.id = q.id and w.version in (q.latest, q.in_force)
                 and w.status in (:statuses))""";

    private static final String HAS_SKILL =
            """
             and exists (select 1 from question_skill s where s.tenant = v.tenant
               and s.id = v.id and s.version = v.version and s.skill = :skill)""";

    private final StringBuilder sql = new StringBuilder(EntryRows.SELECT);
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    EntrySearch(EntryQuery query) {
        parameters.put("tenant", query.tenant().value());
        if (query.statuses().isEmpty()) {
            sql.append("and v.version = q.latest\n");
        }
        anyOf(LATEST_OF_STATUS, "statuses", query.statuses());
        anyOf("and v.level in (:levels)", "levels", query.levels());
        anyOf("and v.kind in (:kinds)", "kinds", query.kinds());
        equal(HAS_SKILL, "skill", query.skill());
        equal("and v.category = :category", "category", query.category());
        equal(
                "and (v.language = :language or v.language like :language || '-%')",
                "language", query.language());
        for (int i = 0; i < query.words().size(); i++) {
            contains("word" + i, query.words().get(i));
        }
        equal("and v.id > :after", "after", query.after());
        sql.append("order by v.id limit :limit");
        parameters.put("limit", query.limit());
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void anyOf(String condition, String name, Collection<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            sql.append(condition).append('\n');
            parameters.put(name, values.stream().map(Enum::name).toList());
        }
    }

    private void equal(String condition, String name, Optional<String> value) {
        value.ifPresent(
                text -> {
                    sql.append(condition).append('\n');
                    parameters.put(name, SearchableText.of(text));
                });
    }

    private void contains(String name, String word) {
        sql.append("and v.search_text like :").append(name).append(" escape '!'\n");
        String literally =
                SearchableText.of(word).toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
        parameters.put(name, "%" + literally + "%");
    }
}
