package io.evenhand.grading.store;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.KeyUse;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.Place;
import io.evenhand.platform.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What idempotency keys stand for. */
final class KeyRows {

    private final JdbcClient jdbc;
    private final Vault vault;

    KeyRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Optional<KeyUse> find(TenantId tenant, Sha256 keyHash, Instant usedAfter) {
        return jdbc.sql(
                        """
                        select * from idempotency_key
                        where tenant = :tenant and key_hash = :key and created_at > :after""")
                .param("tenant", tenant.value())
                .param("key", keyHash.value())
                .param("after", Times.utc(usedAfter))
                .query((row, number) -> use(row))
                .optional();
    }

    /** Whether the key was free; another transaction that takes it is waited for. */
    boolean take(KeyUse use) {
        return jdbc.sql(
                                """
                                insert into idempotency_key
                                  (tenant, key_hash, body_hash, grading_id, asynchronous, created_at)
                                values (:tenant, :key, :body, :grading, :asynchronous, :at)
                                on conflict do nothing""")
                        .param("tenant", use.tenant().value())
                        .param("key", use.keyHash().value())
                        .param(
                                "body",
                                vault.seal(
                                        place(use.tenant(), use.keyHash()), use.bodyHash().value()))
                        .param("grading", use.grading().value())
                        .param("asynchronous", use.asynchronous())
                        .param("at", Times.utc(use.usedAt()))
                        .update()
                == 1;
    }

    int forget(Instant usedBefore) {
        return jdbc.sql("delete from idempotency_key where created_at <= :before")
                .param("before", Times.utc(usedBefore))
                .update();
    }

    void forget(TenantId tenant, Sha256 keyHash, Instant usedBefore) {
        jdbc.sql(
                        """
                        delete from idempotency_key
                        where tenant = :tenant and key_hash = :key and created_at <= :before""")
                .param("tenant", tenant.value())
                .param("key", keyHash.value())
                .param("before", Times.utc(usedBefore))
                .update();
    }

    private static Place place(TenantId tenant, Sha256 keyHash) {
        return SealedGradings.KEY.place("body_hash", tenant, keyHash);
    }

    private KeyUse use(ResultSet row) throws SQLException {
        TenantId tenant = new TenantId(row.getString("tenant"));
        Sha256 keyHash = new Sha256(row.getString("key_hash"));
        return new KeyUse(
                tenant,
                keyHash,
                new Sha256(vault.open(place(tenant, keyHash), row.getString("body_hash"))),
                new GradingId(row.getString("grading_id")),
                row.getBoolean("asynchronous"),
                Times.instant(row, "created_at").orElseThrow());
    }
}
