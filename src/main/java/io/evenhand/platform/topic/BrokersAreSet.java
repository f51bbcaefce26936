package io.evenhand.platform.topic;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether anybody said where the brokers are; an empty variable of the environment does not. */
final class BrokersAreSet implements Condition {

    private static final String SETTING = "spring.kafka.bootstrap-servers";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                .bind(SETTING, Bindable.listOf(String.class))
                .orElse(List.of())
                .stream()
                .anyMatch(server -> !server.isBlank());
    }
}
