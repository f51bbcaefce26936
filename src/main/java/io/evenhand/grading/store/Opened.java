package io.evenhand.grading.store;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Opens what is sealed in a grading's row. */
record Opened(Vault vault, TenantId tenant, GradingId id) {

    String of(ResultSet row, String column) throws SQLException {
        return of(column, row.getString(column));
    }

    String of(String column, String stored) {
        return vault.open(SealedGradings.GRADING.place(column, tenant, id), stored);
    }
}
