package io.evenhand.access;

import io.evenhand.access.limit.FailedAttempts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what settings alone decide. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    FailedAttempts failedAttempts(AccessSettings settings, Clock clock, MeterRegistry metrics) {
        return new FailedAttempts(settings.attempts(), clock, metrics);
    }
}
