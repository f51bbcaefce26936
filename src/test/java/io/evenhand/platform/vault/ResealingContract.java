package io.evenhand.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.platform.Sha256;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What every database must do when keys change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ResealingContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TenantId ACME = new TenantId("acme");
    private static final SealedTable LINES =
            SealedTable.of("batch_line", List.of("batch_id", "line"), "custom_id", "hash");
    private static final SealedTable LABELS =
            SealedTable.of("review_question", List.of("question_key"), "label");
    private static final String HASH = Sha256.of("x").value();

    private final TestDatabase database = database();
    private final JdbcClient jdbc = database.jdbc();
    private final Storage storage = new Storage(new JdbcTransactionManager(database.dataSource()));
    private final SettableClock clock = new SettableClock();
    private final KeyRegister register = new KeyRegister(jdbc, clock);

    private final VaultKeys first = TestVaults.keys(TestVaults.KEY);
    private final VaultKeys both = TestVaults.keys(TestVaults.OTHER_KEY, TestVaults.KEY);
    private final VaultKeys second = TestVaults.keys(TestVaults.OTHER_KEY);

    abstract TestDatabase database();

    @AfterAll
    void close() throws Exception {
        storage.destroy();
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
        jdbc.sql("delete from vault_key").update();
        jdbc.sql("insert into vault_key (id, used_since) values ('none', :epoch)")
                .param("epoch", Times.utc(Instant.EPOCH))
                .update();
    }

    @Test
    void sealsWhatWasStoredInClearInPagesAndOnce() {
        for (int line = 1; line <= 250; line++) {
            line(line, "id-" + line, HASH);
        }
        register.admit(first);

        assertThat(round(first)).contains(new Resealed(250, 0, 0));

        assertThat(stored()).allMatch(new Vault(first)::isCurrent);
        assertThat(opened(first, "custom_id", 7)).isEqualTo("id-7");
        assertThat(opened(first, "hash", 250)).isEqualTo(HASH);
        assertThat(register.others(first.current())).isEmpty();
        assertThat(round(first)).isEmpty();
    }

    @Test
    void bringsEverythingUnderTheNewKeyAndLetsGoOfTheOldOne() {
        register.admit(first);
        round(first);
        line(1, sealed(first, "custom_id", 1, "mine"), sealed(first, "hash", 1, HASH));
        label("why", new Vault(first).seal(LABELS.place("label", ACME, "why"), "Why?"));
        assertThatThrownBy(() -> register.admit(second))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(first.current().id())
                .hasMessageContaining(second.current().id());
        register.admit(both);

        assertThat(round(both)).contains(new Resealed(2, 0, 0));

        assertThat(stored()).allMatch(new Vault(second)::isCurrent);
        assertThat(opened(second, "custom_id", 1)).isEqualTo("mine");
        register.admit(second);
        assertThatThrownBy(() -> register.admit(first)).isInstanceOf(KeyException.class);
    }

    @Test
    void goesOnWhereItWasBrokenOff() {
        register.admit(first);
        round(first);
        line(1, sealed(second, "custom_id", 1, "done"), sealed(second, "hash", 1, HASH));
        line(2, sealed(first, "custom_id", 2, "not done"), sealed(second, "hash", 2, HASH));
        register.admit(both);

        assertThat(round(both)).contains(new Resealed(1, 0, 0));

        assertThat(opened(second, "custom_id", 1)).isEqualTo("done");
        assertThat(opened(second, "custom_id", 2)).isEqualTo("not done");
    }

    @Test
    void anInstanceThatHasNotGotTheNewKeyYetUndoesNothingAndLosesNothing() {
        VaultKeys notYet = TestVaults.keys(TestVaults.KEY, TestVaults.OTHER_KEY);
        register.admit(notYet);
        round(notYet);
        clock.advance(Duration.ofSeconds(1));
        register.admit(both);
        line(1, sealed(second, "custom_id", 1, "new"), sealed(second, "hash", 1, HASH));

        assertThat(round(notYet)).isEmpty();
        assertThat(round(both)).contains(Resealed.NOTHING);
        assertThat(round(notYet)).isEmpty();
        assertThat(stored()).allMatch(new Vault(second)::isCurrent);

        line(2, sealed(first, "custom_id", 2, "late"), sealed(first, "hash", 2, HASH));
        register.admit(both);
        assertThat(round(both)).contains(new Resealed(1, 0, 0));
        assertThat(opened(second, "custom_id", 2)).isEqualTo("late");
    }

    @Test
    void leavesWhatDoesNotOpenAsItIs() {
        register.admit(first);
        round(first);
        String ofAnother = sealed(first, "custom_id", 2, "another's");
        line(1, ofAnother, sealed(first, "hash", 1, HASH));
        line(2, sealed(first, "custom_id", 2, "fine"), sealed(first, "hash", 2, HASH));
        register.admit(both);

        assertThat(round(both)).contains(new Resealed(1, 0, 1));

        assertThat(stored(1)).contains(ofAnother);
        assertThat(opened(second, "custom_id", 2)).isEqualTo("fine");
    }

    @Test
    void whatIsErasedMeanwhileStaysErased() {
        register.admit(first);
        line(1, "mine", HASH);
        SealedRows rows = new SealedRows(jdbc, new Vault(first));
        SealedTable erased =
                LINES.readBy(
                        (vault, place, stored) -> {
                            jdbc.sql("update batch_line set custom_id = null").update();
                            return vault.open(place, stored);
                        });

        assertThat(rows.page(erased, List.of(), 10).resealed()).isEqualTo(Resealed.MISSED);

        assertThat(jdbc.sql("select custom_id from batch_line").query().singleRow())
                .containsEntry("custom_id", null);
    }

    private Optional<Resealed> round(VaultKeys keys) {
        SealedRows rows = new SealedRows(jdbc, new Vault(keys));
        return new Resealing(rows, List.of(LINES, LABELS), register, keys, storage)
                .round()
                .blockOptional(PATIENCE);
    }

    private void line(int line, String customId, String hash) {
        jdbc.sql(
                        """
                        insert into batch_line (tenant, batch_id, line, custom_id, hash)
                        values (:tenant, 'b', :line, :id, :hash)""")
                .params(Map.of("tenant", ACME.value(), "line", line, "id", customId, "hash", hash))
                .update();
    }

    private void label(String key, String label) {
        jdbc.sql(
                        """
                        insert into review_question (tenant, question_key, label, first_seen)
                        values (:tenant, :key, :label, current_timestamp)""")
                .params(Map.of("tenant", ACME.value(), "key", key, "label", label))
                .update();
    }

    private static String sealed(VaultKeys keys, String column, int line, String text) {
        return new Vault(keys).seal(LINES.place(column, ACME, "b", line), text);
    }

    private String opened(VaultKeys keys, String column, int line) {
        String stored =
                jdbc.sql("select " + column + " from batch_line where line = :line")
                        .param("line", line)
                        .query(String.class)
                        .single();
        return new Vault(keys).open(LINES.place(column, ACME, "b", line), stored);
    }

    private List<String> stored() {
        return jdbc.sql(
                        """
                        select custom_id from batch_line union all select hash from batch_line
                        union all select label from review_question""")
                .query(String.class)
                .list();
    }

    private List<String> stored(int line) {
        return jdbc.sql("select custom_id from batch_line where line = :line")
                .param("line", line)
                .query(String.class)
                .list();
    }
}
