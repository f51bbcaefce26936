package io.evenhand.budget.store;

import io.evenhand.budget.Spending;
import io.evenhand.budget.Spendings;
import io.evenhand.grading.Cost;
import io.evenhand.grading.Usage;
import io.evenhand.platform.TenantId;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Spendings in H2 or PostgreSQL. A month has several rows, any of which may be added to, so that
 * gradings that are stored at the same time seldom wait for the same row.
 */
@Repository
class JdbcSpendings implements Spendings {

    private static final int SLOTS = 16;

    private final JdbcClient jdbc;

    JdbcSpendings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(TenantId tenant, YearMonth month, String currency, Usage usage) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("tenant", tenant.value());
        row.put("period", month.toString());
        row.put("currency", currency);
        row.put("slot", ThreadLocalRandom.current().nextInt(SLOTS));
        row.put("input", usage.inputTokens());
        row.put("output", usage.outputTokens());
        row.put("cost", usage.cost().map(Cost::amount).orElse(null));
        if (addTo(row) == 0) {
            begin(row);
            addTo(row);
        }
    }

    private int addTo(Map<String, @Nullable Object> row) {
        return jdbc.sql(
                        """
                        update spending set input_tokens = input_tokens + :input,
                          output_tokens = output_tokens + :output,
                          cost = coalesce(cost + cast(:cost as numeric(24, 12)), cost,
                            cast(:cost as numeric(24, 12)))
                        where tenant = :tenant and period = :period and currency = :currency
                          and slot = :slot""")
                .params(row)
                .update();
    }

    private void begin(Map<String, @Nullable Object> row) {
        jdbc.sql(
                        """
                        insert into spending (tenant, period, currency, slot, input_tokens,
                          output_tokens)
                        values (:tenant, :period, :currency, :slot, 0, 0)
                        on conflict do nothing""")
                .params(row)
                .update();
    }

    @Override
    public Spending of(TenantId tenant, YearMonth month, String currency) {
        return jdbc.sql(
                        """
                        select coalesce(sum(input_tokens), 0) as input,
                          coalesce(sum(output_tokens), 0) as output,
                          sum(case when currency = :currency then cost end) as cost
                        from spending where tenant = :tenant and period = :period""")
                .param("tenant", tenant.value())
                .param("period", month.toString())
                .param("currency", currency)
                .query(
                        (row, number) ->
                                new Spending(
                                        row.getLong("input"),
                                        row.getLong("output"),
                                        Optional.ofNullable(row.getBigDecimal("cost"))))
                .single();
    }
}
