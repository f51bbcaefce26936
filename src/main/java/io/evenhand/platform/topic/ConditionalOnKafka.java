package io.evenhand.platform.topic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Is there only where a broker is set: without one, nothing connects and no thread is begun. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(BrokersAreSet.class)
public @interface ConditionalOnKafka {}
