package io.evenhand.dispatch.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.EvenhandApplication;
import io.evenhand.delivery.EventTopic;
import io.evenhand.platform.topic.TopicProducer;
import io.evenhand.support.Api;
import io.evenhand.support.ApiFixtures;
import io.evenhand.support.ScriptedGraders;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Topics are there for those who want them, and in nobody's way. */
class WithoutBrokerTests {

    private static final String NOBODY = "--spring.kafka.bootstrap-servers=127.0.0.1:9";

    @TempDir Path data;

    @Test
    void nothingStartsWhereNoBrokerIsSet() {
        Set<String> before = threads();
        try (ConfigurableApplicationContext service = start("--spring.kafka.bootstrap-servers=")) {
            Api.Reply graded = service.getBean(Api.class).post(Api.BODY);

            assertThat(graded.status()).isEqualTo(200);
            assertThat(service.getBeanProvider(MessageListenerContainer.class)).isEmpty();
            assertThat(service.getBeanProvider(EventTopic.class)).isEmpty();
            assertThat(service.getBeanProvider(TopicProducer.class)).isEmpty();
            assertThat(threads()).isEqualTo(before);
            Api.Reply health = service.getBean(Api.class).get("/actuator/health");
            assertThat(health.at("/status")).isEqualTo("UP");
            assertThat(health.json().at("/components").propertyNames())
                    .contains("db")
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("kafka"));
        }
    }

    @Test
    void aBrokerThatNobodyAnswersForHoldsNothingUp() {
        try (ConfigurableApplicationContext service = start(NOBODY)) {
            Api api = service.getBean(Api.class);

            assertThat(api.post(Api.BODY).status()).isEqualTo(200);
            assertThat(api.get("/actuator/health/readiness").at("/status")).isEqualTo("UP");
            assertThat(service.getBean(MessageListenerContainer.class).isRunning()).isTrue();
        }
    }

    @Test
    void eitherDirectionCanBeLeftOut() {
        try (ConfigurableApplicationContext service =
                start(
                        NOBODY,
                        "--evenhand.dispatch.requests.enabled=false",
                        "--evenhand.delivery.topic.enabled=false")) {
            assertThat(service.getBeanProvider(MessageListenerContainer.class)).isEmpty();
            assertThat(service.getBeanProvider(EventTopic.class)).isEmpty();
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("(?i).*(kafka|consumers|topic).*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ConfigurableApplicationContext start(String... properties) {
        String[] all = Arrays.copyOf(properties, properties.length + 4);
        all[properties.length] = "--server.port=0";
        all[properties.length + 1] = "--evenhand.data=" + data;
        all[properties.length + 2] = "--evenhand.delivery.interval=20ms";
        all[properties.length + 3] = "--spring.lifecycle.timeout-per-shutdown-phase=1s";
        return new SpringApplicationBuilder(
                        EvenhandApplication.class, ScriptedGraders.class, ApiFixtures.class)
                .run(all);
    }
}
