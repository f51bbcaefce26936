package io.evenhand.question.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Entry;
import io.evenhand.question.EntryQuery;
import io.evenhand.question.Profile;
import io.evenhand.question.QuestionKind;
import io.evenhand.support.SettableClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A bank that was filled before it had versions to search. */
class UpgradeTests {

    private static final TenantId TENANT = new TenantId("acme");

    /** As the first release stored it: without follow-ups. */
    private static final String DOCUMENT =
            """
            {"ref":null,"text":"Which Options?","kind":"MULTIPLE_CHOICE","modelAnswers":[],\
            "rubric":null,"points":10.00,"passMark":60,\
            "options":[{"id":"a","text":"A","correct":true}],"partial":false}""";

    private final DataSource database =
            new DriverManagerDataSource(
                    "jdbc:h2:mem:"
                            + UUID.randomUUID()
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcQuestions questions =
            new JdbcQuestions(jdbc, new StorageJson(), new SettableClock());

    @Test
    void keepsItsQuestionsAndFindsThem() {
        Flyway.configure().dataSource(database).target("1").load().migrate();
        store(1, "PUBLISHED");
        store(2, "PUBLISHED");
        store(3, "DRAFT");

        Flyway.configure().dataSource(database).load().migrate();

        assertThat(questions.published(TENANT, "q").orElseThrow().ref().orElseThrow().version())
                .isEqualTo(2);
        Entry latest = questions.latest(TENANT, "q").orElseThrow();
        assertThat(latest.version()).isEqualTo(3);
        assertThat(latest.question().followUpQuestions()).isEmpty();
        assertThat(latest.profile()).isEqualTo(Profile.NONE);
        assertThat(found(QuestionKind.MULTIPLE_CHOICE)).hasSize(1);
        assertThat(found(QuestionKind.TECHNICAL)).isEmpty();
        assertThat(questions.renew(TENANT, latest, 3).orElseThrow().version()).isEqualTo(4);
    }

    private void store(int version, String status) {
        jdbc.sql(
                        """
                        insert into question_version
                          (tenant, id, version, status, document, created_at)
                        values (:tenant, 'q', :version, :status, :document, current_timestamp)""")
                .param("tenant", TENANT.value())
                .param("version", version)
                .param("status", status)
                .param("document", DOCUMENT)
                .update();
    }

    private List<Entry> found(QuestionKind kind) {
        return questions.find(
                new EntryQuery(
                        TENANT,
                        Set.of(),
                        Set.of(),
                        Set.of(kind),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("options"),
                        Optional.empty(),
                        10));
    }
}
