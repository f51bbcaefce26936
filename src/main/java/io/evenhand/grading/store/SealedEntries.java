package io.evenhand.grading.store;

import io.evenhand.grading.audit.AuditTrail.Covered;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hashes the entries under a seal: of each history the last one, in the order of the gradings' ids,
 * one row in memory at a time.
 */
final class SealedEntries {

    private final JdbcClient jdbc;

    SealedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Covered of(TenantId tenant, int seal) {
        Heads heads = new Heads();
        jdbc.sql(
                        """
                        select grading_id, seq, hash from grading_event
                        where seal = :seal and tenant = :tenant order by grading_id, seq""")
                .param("seal", seal)
                .param("tenant", tenant.value())
                .query(heads.rows());
        return heads.covered();
    }

    /** The heads of the histories as they come by. */
    private static final class Heads {

        private final MessageDigest digest = sha256();
        private String grading = "";
        private String head = "";
        private int gradings;
        private int entries;

        RowCallbackHandler rows() {
            return row ->
                    next(row.getString("grading_id"), row.getInt("seq"), row.getString("hash"));
        }

        private void next(String id, int seq, String hash) {
            if (!id.equals(grading)) {
                digest();
                gradings++;
            }
            grading = id;
            head = id + " " + seq + " " + hash + "\n";
            entries++;
        }

        private void digest() {
            digest.update(head.getBytes(StandardCharsets.US_ASCII));
        }

        Covered covered() {
            digest();
            return new Covered(
                    gradings,
                    entries,
                    new Sha256("sha256:" + HexFormat.of().formatHex(digest.digest())));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
