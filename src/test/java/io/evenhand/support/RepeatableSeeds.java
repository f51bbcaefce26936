package io.evenhand.support;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Every machine tries the same inputs, so that a change is never refused for another's fault. With
 * {@code -Devenhand.seed=random} each run looks where none has looked before.
 */
public final class RepeatableSeeds implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(
            PropertyLifecycleContext property, PropertyExecutor executor) throws Throwable {
        boolean random = "random".equals(System.getProperty("evenhand.seed"));
        if (!random && property.attributes().seed().isEmpty()) {
            property.attributes().setSeed(String.valueOf(property.label().hashCode()));
        }
        return executor.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
