package io.evenhand.platform.vault;

import io.evenhand.platform.Times;
import java.time.Clock;
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
     * Notes that the current key will be used.
     *
     * @throws KeyException if another one was that is not there
     */
    void admit(VaultKeys keys) {
        others(keys.current()).stream()
                .filter(id -> !id.equals(NONE) && keys.of(id).isEmpty())
                .findFirst()
                .ifPresent(
                        id -> {
                            throw KeyException.unknown(id, keys.ids());
                        });
        jdbc.sql(
                        """
                        insert into vault_key (id, used_since) values (:id, :now)
                        on conflict do nothing""")
                .param("id", keys.current().id())
                .param("now", Times.utc(clock.instant()))
                .update();
    }

    /** The other keys that there may still be texts under. */
    List<String> others(VaultKey current) {
        return jdbc.sql("select id from vault_key where id <> :id order by id")
                .param("id", current.id())
                .query(String.class)
                .list();
    }

    /** To be called when nothing is under it any more. */
    void forget(String id) {
        jdbc.sql("delete from vault_key where id = :id").param("id", id).update();
    }
}
