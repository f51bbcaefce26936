package io.evenhand.semantic;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells operators whether the in-process grader has its model. Always up: without it the service
 * still grades by models, and restarting it would not bring a broken file back.
 */
@Component("semanticHealthIndicator")
record SemanticHealth(SemanticModel model) implements HealthIndicator {

    @Override
    public Health health() {
        return Health.up().withDetail("model", model.state()).build();
    }
}
