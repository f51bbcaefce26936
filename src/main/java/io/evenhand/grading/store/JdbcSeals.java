package io.evenhand.grading.store;

import io.evenhand.grading.audit.AuditTrail.Covered;
import io.evenhand.grading.audit.Seal;
import io.evenhand.grading.audit.SealChain;
import io.evenhand.grading.audit.Seals;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Seals in H2 or PostgreSQL. */
@Repository
class JdbcSeals implements Seals {

    private final JdbcClient jdbc;
    private final SealedEntries entries;
    private final Clock clock;

    JdbcSeals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.entries = new SealedEntries(jdbc);
        this.clock = clock;
    }

    @Override
    public List<TenantId> unsealed() {
        return jdbc.sql("select distinct tenant from grading_event where seal is null")
                .query((row, number) -> new TenantId(row.getString("tenant")))
                .list();
    }

    @Override
    public boolean seal(TenantId tenant, int most) {
        if (!isOurTurn(tenant)) {
            return false;
        }
        List<Seal> last = before(tenant, Integer.MAX_VALUE, 1);
        int number = last.isEmpty() ? 1 : last.getFirst().number() + 1;
        if (cover(tenant, number, most) == 0) {
            return false;
        }
        Covered covered = entries.of(tenant, number);
        insert(
                tenant,
                SealChain.sealed(
                        last.isEmpty() ? SealChain.start(tenant) : last.getFirst().hash(),
                        number,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        covered.gradings(),
                        covered.entries(),
                        covered.root()));
        return true;
    }

    private boolean isOurTurn(TenantId tenant) {
        jdbc.sql("insert into audit_sealer (tenant) values (:tenant) on conflict do nothing")
                .param("tenant", tenant.value())
                .update();
        return jdbc.sql(
                        "select tenant from audit_sealer where tenant = :tenant for update skip"
                                + " locked")
                .param("tenant", tenant.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** First marked and then read: what is appended in between is not under this seal. */
    private int cover(TenantId tenant, int number, int most) {
        String unsealed = " from grading_event where seal is null and tenant = :tenant";
        List<String> end =
                jdbc.sql(
                                "select grading_id"
                                        + unsealed
                                        + " order by grading_id limit 1 offset :most")
                        .param("tenant", tenant.value())
                        .param("most", most)
                        .query((row, index) -> row.getString("grading_id"))
                        .list();
        return jdbc.sql(
                        "update grading_event set seal = :number where seal is null and tenant ="
                                + " :tenant"
                                + (end.isEmpty() ? "" : " and grading_id <= :end"))
                .params(
                        Map.of(
                                "number",
                                number,
                                "tenant",
                                tenant.value(),
                                "end",
                                end.isEmpty() ? "" : end.getFirst()))
                .update();
    }

    private void insert(TenantId tenant, Seal seal) {
        jdbc.sql(
                        """
                        insert into audit_seal
                          (tenant, number, sealed_at, gradings, entries, root, hash)
                        values (:tenant, :number, :at, :gradings, :entries, :root, :hash)""")
                .param("tenant", tenant.value())
                .param("number", seal.number())
                .param("at", Times.utc(seal.sealedAt()))
                .param("gradings", seal.gradings())
                .param("entries", seal.entries())
                .param("root", seal.root().value())
                .param("hash", seal.hash().value())
                .update();
    }

    @Override
    public List<Seal> after(TenantId tenant, int after, int most) {
        return seals(tenant, "number > :bound order by number", after, most);
    }

    @Override
    public List<Seal> before(TenantId tenant, int before, int most) {
        return seals(tenant, "number < :bound order by number desc", before, most);
    }

    private List<Seal> seals(TenantId tenant, String condition, int bound, int most) {
        return jdbc.sql(
                        "select * from audit_seal where tenant = :tenant and "
                                + condition
                                + " limit :most")
                .param("tenant", tenant.value())
                .param("bound", bound)
                .param("most", most)
                .query((row, number) -> seal(row))
                .list();
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getInt("number"),
                Times.instant(row, "sealed_at").orElseThrow(),
                row.getInt("gradings"),
                row.getInt("entries"),
                new Sha256(row.getString("root")),
                new Sha256(row.getString("hash")));
    }
}
