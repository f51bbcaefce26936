package io.evenhand.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What tests of the API need beside scripted graders. */
@TestConfiguration(proxyBeanMethods = false)
public class ApiFixtures {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    /** The service's own but for memory and passes, of which tests would take minutes. */
    @Bean
    @Primary
    PasswordEncoder quickPasswords() {
        return new Argon2PasswordEncoder(16, 32, 1, 64, 1);
    }

    @Bean
    static StoreFaults storeFaults() {
        return new StoreFaults();
    }

    @Bean
    Api api(Environment environment) {
        return new Api(environment);
    }
}
