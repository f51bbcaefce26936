package io.evenhand.llm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells operators how each model's breaker stands. Always up: without a model the service grades
 * all the same, and restarting it would not bring the model back.
 */
record ModelsHealth(Models models) implements HealthIndicator {

    @Override
    public Health health() {
        Map<String, String> states = new LinkedHashMap<>();
        models.inOrder()
                .forEach(model -> states.put(model.label(), model.breaker().getState().name()));
        return Health.up().withDetail("models", states).build();
    }
}
