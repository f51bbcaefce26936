package io.evenhand.question.store;

import io.evenhand.platform.SearchableText;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.question.Entry;
import io.evenhand.question.Profile;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionLevel;
import io.evenhand.question.QuestionRef;
import io.evenhand.question.QuestionStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions of questions as rows. */
final class EntryRows {

    /** Versions {@code v} and the head {@code q} of their question, of one tenant. */
    static final String SELECT =
            """
            select v.id, v.version, v.status, v.document, v.profile
            from question q join question_version v on v.tenant = q.tenant and v.id = q.id
            where q.tenant = :tenant
            """;

    private final JdbcClient jdbc;
    private final StorageJson json;
    private final Clock clock;

    EntryRows(JdbcClient jdbc, StorageJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Entry entry(ResultSet row, int number) throws SQLException {
        QuestionRef ref = new QuestionRef(row.getString("id"), row.getInt("version"));
        Question question = json.read(row.getString("document"), Question.class);
        return new Entry(
                ref.id(),
                QuestionStatus.valueOf(row.getString("status")),
                question.in(Optional.of(ref)),
                json.read(row.getString("profile"), Profile.class));
    }

    Entry insert(TenantId tenant, Entry entry, int version) {
        Question question = entry.question();
        Profile profile = entry.profile();
        jdbc.sql(
                        """
                        insert into question_version
                          (tenant, id, version, status, document, created_at,
                           kind, level, category, language, profile, search_text)
                        values (:tenant, :id, :version, :status, :document, :at,
                           :kind, :level, :category, :language, :profile, :search)""")
                .param("tenant", tenant.value())
                .param("id", SearchableText.of(entry.id()))
                .param("version", version)
                .param("status", entry.status().name())
                .param("document", json.write(question.in(Optional.empty())))
                .param("at", Times.utc(clock.instant()))
                .param("kind", question.kind().name())
                .param("level", profile.level().map(QuestionLevel::name).orElse(null))
                .param("category", profile.category().orElse(null))
                .param("language", profile.language().orElse(null))
                .param("profile", json.write(profile))
                .param("search", searchText(entry))
                .update();
        profile.skills().forEach(skill -> insertSkill(tenant, entry.id(), version, skill));
        return entry.in(new QuestionRef(entry.id(), version));
    }

    private void insertSkill(TenantId tenant, String id, int version, String skill) {
        jdbc.sql(
                        """
                        insert into question_skill (tenant, id, version, skill)
                        values (:tenant, :id, :version, :skill)""")
                .param("tenant", tenant.value())
                .param("id", SearchableText.of(id))
                .param("version", version)
                .param("skill", skill)
                .update();
    }

    private static String searchText(Entry entry) {
        Profile profile = entry.profile();
        String text =
                Stream.of(
                                List.of(entry.id(), entry.question().text()),
                                profile.category().stream().toList(),
                                profile.skills(),
                                profile.tags())
                        .flatMap(List::stream)
                        .collect(Collectors.joining("\n"));
        return SearchableText.of(text).toLowerCase(Locale.ROOT);
    }
}
