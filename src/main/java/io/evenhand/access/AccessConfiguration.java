package io.evenhand.access;

import io.evenhand.access.limit.FailedAttempts;
import io.evenhand.access.session.SessionSettings;
import io.evenhand.access.session.Sessions;
import io.evenhand.access.user.Users;
import io.evenhand.platform.ServiceKey;
import io.evenhand.platform.Storage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Puts together what settings alone decide. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /** In KiB; with two passes what OWASP's Password Storage Cheat Sheet asks of Argon2id. */
    private static final int MEMORY = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;

    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(SALT, HASH, LANES, MEMORY, PASSES);
    }

    @Bean
    FailedAttempts failedAttempts(AccessSettings settings, Clock clock, MeterRegistry metrics) {
        return new FailedAttempts(settings.attempts(), clock, metrics);
    }

    @Bean
    Sessions sessions(
            ServiceKey key, AccessSettings settings, Users users, Storage storage, Clock clock) {
        return new Sessions(key, settings.session(), settings.waysIn(), users, storage, clock);
    }

    @Bean
    SessionSettings sessionSettings(AccessSettings settings) {
        return settings.session();
    }

    @Bean
    WaysIn waysIn(AccessSettings settings) {
        return settings.waysIn();
    }
}
