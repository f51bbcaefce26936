package io.evenhand.grading.store;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.audit.Fault;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.SealBrokenException;
import io.evenhand.platform.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A grading as its row has it, to be held against its history.
 *
 * @param texts empty if they do not open, as if they had been changed
 */
record StoredContent(
        TenantId tenant, GradingId id, String status, int revision, Optional<Texts> texts) {

    static final String COLUMNS = "tenant, id, status, revision, salt, answer, submission, result";

    static StoredContent of(Vault vault, ResultSet row) throws SQLException {
        TenantId tenant = new TenantId(row.getString("tenant"));
        GradingId id = new GradingId(row.getString("id"));
        return new StoredContent(
                tenant,
                id,
                row.getString("status"),
                row.getInt("revision"),
                texts(new Opened(vault, tenant, id), row));
    }

    private static Optional<Texts> texts(Opened opened, ResultSet row) throws SQLException {
        try {
            return Optional.of(
                    new Texts(
                            row.getString("salt") == null ? null : opened.of(row, "salt"),
                            opened.of(row, "answer"),
                            opened.of(row, "submission"),
                            opened.of(row, "result")));
        } catch (SealBrokenException e) {
            return Optional.empty();
        }
    }

    /**
     * @param history all of it, oldest first
     */
    Optional<Fault> fault(List<HistoryEntry> history) {
        if (history.isEmpty()) {
            return Optional.of(Fault.ofGrading(Fault.Kind.HISTORY_MISSING, id));
        }
        return AuditChain.broken(tenant, id, history)
                .map(entry -> Fault.ofEntry(id, entry))
                .or(() -> changed(history.getLast()));
    }

    private Optional<Fault> changed(HistoryEntry last) {
        boolean same =
                last.status().name().equals(status)
                        && last.revision() == revision
                        && texts.filter(now -> now.are(last.contentHash())).isPresent();
        return same
                ? Optional.empty()
                : Optional.of(Fault.ofGrading(Fault.Kind.GRADING_CHANGED, id));
    }

    /**
     * @param salt null once the rest was erased
     */
    record Texts(@Nullable String salt, String answer, String submission, String result) {

        /** Entries of before answers were part of every one have a hash of the rest. */
        boolean are(Sha256 hash) {
            return salt == null
                    ? hash.equals(ContentHash.ofErased(submission, result))
                    : hash.equals(ContentHash.of(salt, answer, submission, result))
                            || hash.equals(ContentHash.of(salt, submission, result));
        }
    }
}
