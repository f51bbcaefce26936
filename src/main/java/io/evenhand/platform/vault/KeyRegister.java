package io.evenhand.platform.vault;

import io.evenhand.platform.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which keys there may be texts under, so that a missing one is missed at the start. */
@Repository
class KeyRegister {

    /** In the place of a key's id: texts that were stored before there was a vault. */
    static final String NONE = "none";

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes that the current key will be used, and that there may be texts under the previous ones:
     * other instances may still have used them.
     *
     * @throws KeyException if there may be texts under another one
     */
    void admit(VaultKeys keys) {
        jdbc.sql("select id from vault_key order by id").query(String.class).list().stream()
                .filter(id -> !id.equals(NONE) && keys.of(id).isEmpty())
                .findFirst()
                .ifPresent(
                        id -> {
                            throw KeyException.unknown(id, keys.ids());
                        });
        keys.ids().forEach(id -> note(id, Instant.EPOCH));
        jdbc.sql("update vault_key set used_since = :now where id = :id")
                .param("now", Times.utc(clock.instant()))
                .param("id", keys.current().id())
                .update();
    }

    private void note(String id, Instant since) {
        jdbc.sql(
                        """
                        insert into vault_key (id, used_since) values (:id, :since)
                        on conflict do nothing""")
                .param("id", id)
                .param("since", Times.utc(since))
                .update();
    }

    /**
     * The other keys that there may be texts under. None while instances are given a new key one by
     * one and this one has not got it: it would undo what the others do.
     */
    List<String> others(VaultKey current) {
        return jdbc
                .sql(
                        """
                        select other.id from vault_key other join vault_key mine on mine.id = :id
                        where other.id <> :id and not exists (
                          select 1 from vault_key newer where newer.used_since > mine.used_since)
                        order by other.id""")
                .param("id", current.id())
                .query((row, number) -> new Known(row.getString("id")))
                .stream()
                .map(Known::id)
                .toList();
    }

    /** To be called when nothing is under it any more. */
    void forget(String id) {
        jdbc.sql("delete from vault_key where id = :id").param("id", id).update();
    }

    private record Known(String id) {}
}
