package io.evenhand.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when another process has the embedded database open. */
class DatabaseInUseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** H2's DATABASE_ALREADY_OPEN_1. */
    private static final int ALREADY_OPEN = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
        return cause.getErrorCode() == ALREADY_OPEN
                ? new FailureAnalysis(
                        "Another process has the embedded database open.",
                        "Stop the other Evenhand, or give this one a folder of its own with"
                                + " --evenhand.data=./data-2, or set spring.datasource.url to a"
                                + " PostgreSQL that several instances can share.",
                        cause)
                : null;
    }
}
