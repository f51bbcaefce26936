package io.evenhand.access.store;

import io.evenhand.access.key.KeyId;
import io.evenhand.access.key.MadeKey;
import io.evenhand.access.key.MadeKeys;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcMadeKeys implements MadeKeys {

    private static final String ONE = "select * from api_key where tenant = :tenant and id = :id";

    private final JdbcClient jdbc;
    private final KeyRows rows = new KeyRows();

    JdbcMadeKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(MadeKey key, Sha256 secret) {
        jdbc.sql(
                        """
                        insert into api_key (tenant, id, name, scopes, made_by, made_at, expires_at)
                        values (:tenant, :id, :name, :scopes, :madeBy, :madeAt, :expiresAt)""")
                .params(rows.row(key))
                .update();
        addSecret(key, secret);
    }

    private void addSecret(MadeKey key, Sha256 secret) {
        jdbc.sql(
                        """
                        insert into api_key_secret (hash, tenant, key_id)
                        values (:hash, :tenant, :id)""")
                .param("hash", secret.value())
                .param("tenant", key.tenant().value())
                .param("id", key.id().value())
                .update();
    }

    @Override
    public List<MadeKey> of(TenantId tenant) {
        return jdbc.sql("select * from api_key where tenant = :tenant order by id")
                .param("tenant", tenant.value())
                .query(rows)
                .list();
    }

    @Override
    public Optional<MadeKey> find(TenantId tenant, KeyId id) {
        return one(tenant, id, ONE);
    }

    @Override
    public Optional<MadeKey> lock(TenantId tenant, KeyId id) {
        return one(tenant, id, ONE + " for update");
    }

    private Optional<MadeKey> one(TenantId tenant, KeyId id, String sql) {
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(rows)
                .optional();
    }

    /** The one query without a tenant: it is the secret that tells whose it is. */
    @Override
    public Optional<Held> holder(Sha256 secret) {
        return jdbc.sql(
                        """
                        select k.*, s.hash, s.ends_at
                        from api_key_secret s
                        join api_key k on k.tenant = s.tenant and k.id = s.key_id
                        where s.hash = :hash""")
                .param("hash", secret.value())
                .query(
                        (row, number) ->
                                new Held(
                                        rows.mapRow(row, number),
                                        new Sha256(row.getString("hash")),
                                        Times.instant(row, "ends_at")))
                .optional();
    }

    @Override
    public void rotate(MadeKey key, Sha256 secret, Instant end) {
        jdbc.sql(
                        """
                        update api_key_secret set ends_at = :end
                        where tenant = :tenant and key_id = :id
                          and (ends_at is null or ends_at > :end)""")
                .param("end", Times.utc(end))
                .param("tenant", key.tenant().value())
                .param("id", key.id().value())
                .update();
        addSecret(key, secret);
    }

    @Override
    public void revoke(MadeKey key, Instant now) {
        jdbc.sql("delete from api_key_secret where tenant = :tenant and key_id = :id")
                .param("tenant", key.tenant().value())
                .param("id", key.id().value())
                .update();
        jdbc.sql("update api_key set revoked_at = :now where tenant = :tenant and id = :id")
                .param("now", Times.utc(now))
                .param("tenant", key.tenant().value())
                .param("id", key.id().value())
                .update();
    }

    @Override
    public void used(TenantId tenant, KeyId id, Instant now, Instant since) {
        jdbc.sql(
                        """
                        update api_key set last_used_at = :now
                        where tenant = :tenant and id = :id
                          and (last_used_at is null or last_used_at <= :since)""")
                .param("now", Times.utc(now))
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("since", Times.utc(since))
                .update();
    }

    @Override
    public boolean areThereAny(Instant now) {
        return jdbc.sql(
                                """
                                select count(*) from api_key
                                where revoked_at is null
                                  and (expires_at is null or expires_at > :now)""")
                        .param("now", Times.utc(now))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
