package io.evenhand.budget;

import io.evenhand.grading.Usage;
import io.evenhand.platform.TenantId;
import java.time.YearMonth;

/** What models took of all tenants. Calls block and belong into a transaction of the storage. */
public interface Spendings {

    /**
     * Adds to what a month has taken.
     *
     * @param currency of the cost, if there is one, else of all prices
     */
    void add(TenantId tenant, YearMonth month, String currency, Usage usage);

    /** What a month has taken: all tokens, and what cost this currency. */
    Spending of(TenantId tenant, YearMonth month, String currency);
}
