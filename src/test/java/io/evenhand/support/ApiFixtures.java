package io.evenhand.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** What tests of the API need beside scripted graders. */
@TestConfiguration(proxyBeanMethods = false)
public class ApiFixtures {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
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
