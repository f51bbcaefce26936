package io.evenhand.grading.store;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Points;
import java.util.List;

/**
 * Chains the history of a grading: each entry's hash covers the entry and the hash before it, so
 * that a change of any of them shows. The first one stands on the grading's own id.
 */
public final class AuditChain {

    private AuditChain() {}

    public static Sha256 start(TenantId tenant, GradingId id) {
        return Sha256.of(line(List.of(tenant.value(), id.value())));
    }

    /**
     * @param grader the provenance as it is stored, or empty
     */
    static Sha256 hash(Sha256 before, HistoryEntry entry, String grader) {
        return Sha256.of(
                line(
                        List.of(
                                before.value(),
                                Integer.toString(entry.seq()),
                                entry.at().toString(),
                                entry.event().name(),
                                entry.actor(),
                                entry.status().name(),
                                Integer.toString(entry.revision()),
                                entry.score().map(Points::toString).orElse(""),
                                grader,
                                entry.contentHash().value())));
    }

    /** Every part with its length before it, so that no two lists give the same line. */
    private static String line(List<String> parts) {
        StringBuilder line = new StringBuilder();
        parts.forEach(part -> line.append(part.length()).append(':').append(part));
        return line.toString();
    }
}
