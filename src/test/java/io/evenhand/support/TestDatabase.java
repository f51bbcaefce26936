package io.evenhand.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database with transactions as the service has them. */
public final class TestDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 10;

    private final HikariDataSource pool;
    private final AutoCloseable server;
    private final TransactionTemplate transactions;

    private TestDatabase(HikariDataSource pool, AutoCloseable server) {
        this.pool = pool;
        this.server = server;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        Flyway.configure().dataSource(pool).load().migrate();
    }

    /** H2 with the options of the embedded default, in memory. */
    public static TestDatabase h2() {
        HikariConfig config = config();
        config.setJdbcUrl(
                "jdbc:h2:mem:"
                        + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
                        + ";DB_CLOSE_DELAY=-1");
        return new TestDatabase(new HikariDataSource(config), () -> {});
    }

    public static TestDatabase postgres() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            HikariConfig config = config();
            config.setDataSource(server.getPostgresDatabase());
            return new TestDatabase(new HikariDataSource(config), server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(30_000);
        return config;
    }

    boolean isH2() {
        return pool.getJdbcUrl() != null;
    }

    public DataSource dataSource() {
        return pool;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public JdbcOperations operations() {
        return new JdbcTemplate(pool);
    }

    public <T> T inTransaction(Callable<T> work) {
        return transactions.execute(
                status -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    public void clear() {
        for (String table :
                List.of(
                        "access_event",
                        "access_session_end",
                        "access_user",
                        "api_key_secret",
                        "api_key",
                        "rate_bucket",
                        "spending",
                        "audit_seal",
                        "audit_sealer",
                        "regrade_item",
                        "regrade_preview",
                        "rubric_draft",
                        "lesson",
                        "precedent",
                        "interview_version",
                        "interview",
                        "candidate_link",
                        "appeal",
                        "review_reading_mark",
                        "review_reading",
                        "review_trait",
                        "review_item",
                        "review_verdict",
                        "review_question",
                        "review_filter",
                        "review_backlog",
                        "webhook_delivery",
                        "webhook_endpoint",
                        "grading_event",
                        "idempotency_key",
                        "grading",
                        "question_version",
                        "batch_rejection",
                        "batch_line",
                        "batch",
                        "question_skill",
                        "question")) {
            jdbc().sql("delete from " + table).update();
        }
    }

    @Override
    public void close() throws Exception {
        pool.close();
        server.close();
    }
}
