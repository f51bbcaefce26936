package io.evenhand.budget;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Warns once at the start where a budget is set and what a model costs is not. */
@Component
class UnpricedModels implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(UnpricedModels.class);

    private final BudgetSettings budgets;
    private final PriceSettings prices;

    UnpricedModels(BudgetSettings budgets, PriceSettings prices) {
        this.budgets = budgets;
        this.prices = prices;
    }

    @Override
    public void afterPropertiesSet() {
        if (budgets.limitsAnybody() && !prices.withoutPrice().isEmpty()) {
            LOG.warn(
                    "A budget is set, but what {} costs is not counted: set its input-price and"
                            + " output-price (0 if it is free).",
                    String.join(", ", prices.withoutPrice()));
        }
    }
}
