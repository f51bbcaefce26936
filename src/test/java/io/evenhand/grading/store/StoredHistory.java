package io.evenhand.grading.store;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of gradings as it lies in a database, for tests that look from outside. */
public final class StoredHistory {

    private final HistoryRows rows;

    public StoredHistory(JdbcClient jdbc, StorageJson json) {
        this.rows = new HistoryRows(jdbc, json, Clock.systemUTC());
    }

    /** Oldest first. */
    public List<HistoryEntry> of(TenantId tenant, GradingId id) {
        return rows.of(tenant, id);
    }
}
