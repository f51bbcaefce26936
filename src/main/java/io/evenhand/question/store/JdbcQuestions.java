package io.evenhand.question.store;

import io.evenhand.platform.SearchableText;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Entry;
import io.evenhand.question.EntryQuery;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionStatus;
import io.evenhand.question.Questions;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The question bank in H2 or PostgreSQL. */
@Repository
class JdbcQuestions implements Questions {

    private final JdbcClient jdbc;
    private final EntryRows rows;

    JdbcQuestions(JdbcClient jdbc, StorageJson json, Clock clock) {
        this.jdbc = jdbc;
        this.rows = new EntryRows(jdbc, json, clock);
    }

    @Override
    public Optional<Question> published(TenantId tenant, String id) {
        return jdbc.sql(
                        EntryRows.SELECT
                                + """
                                 and v.id = :id and v.version = q.in_force
                                  and v.status = 'PUBLISHED'""")
                .param("tenant", tenant.value())
                .param("id", SearchableText.of(id))
                .query(rows::entry)
                .optional()
                .map(Entry::question);
    }

    @Override
    public Optional<Question> version(TenantId tenant, String id, int version) {
        return entry(tenant, id, version).map(Entry::question);
    }

    @Override
    public Optional<Entry> latest(TenantId tenant, String id) {
        return jdbc.sql(EntryRows.SELECT + "and v.id = :id and v.version = q.latest")
                .param("tenant", tenant.value())
                .param("id", SearchableText.of(id))
                .query(rows::entry)
                .optional();
    }

    @Override
    public Optional<Entry> entry(TenantId tenant, String id, int version) {
        return jdbc.sql(EntryRows.SELECT + "and v.id = :id and v.version = :version")
                .param("tenant", tenant.value())
                .param("id", SearchableText.of(id))
                .param("version", version)
                .query(rows::entry)
                .optional();
    }

    @Override
    public List<Entry> find(EntryQuery query) {
        EntrySearch search = new EntrySearch(query);
        return jdbc.sql(search.sql()).params(search.parameters()).query(rows::entry).list();
    }

    @Override
    public List<Entry> current(TenantId tenant, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        EntryRows.SELECT
                                + "and v.id in (:ids)"
                                + " and v.version = coalesce(q.in_force, q.latest)")
                .param("tenant", tenant.value())
                .param("ids", ids.stream().map(SearchableText::of).toList())
                .query(rows::entry)
                .list();
    }

    @Override
    public Optional<Entry> add(TenantId tenant, Entry entry) {
        int added =
                jdbc.sql(
                                """
                                insert into question (tenant, id, latest, in_force)
                                values (:tenant, :id, 1, :inForce) on conflict do nothing""")
                        .param("tenant", tenant.value())
                        .param("id", SearchableText.of(entry.id()))
                        .param("inForce", isDraft(entry) ? null : 1)
                        .update();
        return added == 1 ? Optional.of(rows.insert(tenant, entry, 1)) : Optional.empty();
    }

    @Override
    public Optional<Entry> renew(TenantId tenant, Entry entry, int expected) {
        int moved =
                jdbc.sql(
                                """
                                update question
                                set latest = :next,
                                    in_force = case when :draft then in_force else :next end
                                where tenant = :tenant and id = :id and latest = :expected""")
                        .param("next", expected + 1)
                        .param("draft", isDraft(entry))
                        .param("tenant", tenant.value())
                        .param("id", SearchableText.of(entry.id()))
                        .param("expected", expected)
                        .update();
        return moved == 1
                ? Optional.of(rows.insert(tenant, entry, expected + 1))
                : Optional.empty();
    }

    @Override
    public Entry put(TenantId tenant, Entry entry) {
        return add(tenant, entry)
                .or(() -> renew(tenant, entry, lockedLatest(tenant, entry.id())))
                .orElseThrow();
    }

    /** No other transaction adds a version until this one ends. */
    private int lockedLatest(TenantId tenant, String id) {
        return jdbc.sql(
                        """
                        select latest from question
                        where tenant = :tenant and id = :id for update""")
                .param("tenant", tenant.value())
                .param("id", SearchableText.of(id))
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean isEmpty(TenantId tenant) {
        return jdbc.sql("select count(*) from question where tenant = :tenant")
                        .param("tenant", tenant.value())
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static boolean isDraft(Entry entry) {
        return entry.status() == QuestionStatus.DRAFT;
    }
}
