package io.evenhand.dispatch;

import io.evenhand.grading.turns.Weights;
import io.evenhand.platform.TenantId;
import org.springframework.stereotype.Component;

/** The weights that the settings give. */
@Component
record TenantWeights(DispatchSettings settings) implements Weights {

    private static final double DEFAULT = 1;

    @Override
    public double of(TenantId tenant) {
        return settings.weights().getOrDefault(tenant.value(), DEFAULT);
    }
}
