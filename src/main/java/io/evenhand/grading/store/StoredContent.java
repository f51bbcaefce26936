package io.evenhand.grading.store;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.audit.Fault;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A grading as its row has it, to be held against its history.
 *
 * @param salt null once its texts were erased
 */
record StoredContent(
        TenantId tenant,
        GradingId id,
        String status,
        int revision,
        @Nullable String salt,
        String answer,
        String submission,
        String result) {

    static final String COLUMNS = "tenant, id, status, revision, salt, answer, submission, result";

    static StoredContent of(ResultSet row, int number) throws SQLException {
        return new StoredContent(
                new TenantId(row.getString("tenant")),
                new GradingId(row.getString("id")),
                row.getString("status"),
                row.getInt("revision"),
                row.getString("salt"),
                row.getString("answer"),
                row.getString("submission"),
                row.getString("result"));
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
                        && isContentOf(last.contentHash());
        return same
                ? Optional.empty()
                : Optional.of(Fault.ofGrading(Fault.Kind.GRADING_CHANGED, id));
    }

    /** Entries of before answers were part of every one have a hash of the rest. */
    private boolean isContentOf(Sha256 hash) {
        return salt == null
                ? hash.equals(ContentHash.ofErased(submission, result))
                : hash.equals(ContentHash.of(salt, answer, submission, result))
                        || hash.equals(ContentHash.of(salt, submission, result));
    }
}
