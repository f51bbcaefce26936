package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.evenhand.grading.Grader;
import io.evenhand.grading.turns.Weights;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerMetricsAutoConfiguration;
import io.github.resilience4j.springboot.ratelimiter.autoconfigure.RateLimiterAutoConfiguration;
import io.github.resilience4j.springboot.retry.autoconfigure.RetryAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LlmConfigurationTests {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(ModelsReport.class);

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    CircuitBreakerAutoConfiguration.class,
                                    CircuitBreakerMetricsAutoConfiguration.class,
                                    RetryAutoConfiguration.class,
                                    RateLimiterAutoConfiguration.class))
                    .withBean(Clock.class, Clock::systemUTC)
                    .withBean(Weights.class, () -> Weights.EQUAL)
                    .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                    .withUserConfiguration(LlmConfiguration.class);

    @BeforeEach
    void listen() {
        LOG.setLevel(Level.INFO);
        logged.start();
        LOG.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        LOG.detachAppender(logged);
        LOG.setLevel(null);
    }

    private String output() {
        return logged.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void startsWithoutAModelAndSaysSo() {
        runner.run(
                context -> {
                    assertThat(context).hasSingleBean(Grader.class);
                    assertThat(context.getBean(Grader.class).ready()).isFalse();
                    assertThat(output()).containsOnlyOnce("No LLM is configured");
                });
    }

    @Test
    void takesItsModelsFromTheSettings() {
        configured(8081)
                .run(
                        context -> {
                            assertThat(context.getBean(Grader.class).ready()).isTrue();
                            assertThat(output())
                                    .containsOnlyOnce("Answers are graded by small (OPENAI at")
                                    .doesNotContain("sk-secret");
                        });
    }

    @Test
    void exportsItsBreakersAndStaysUpWhenAModelIsDown() {
        configured(8081)
                .run(
                        context -> {
                            context.getBean(CircuitBreakerRegistry.class)
                                    .circuitBreaker("small")
                                    .transitionToOpenState();

                            var health = context.getBean(ModelsHealth.class).health();
                            assertThat(health.getStatus()).isEqualTo(Status.UP);
                            assertThat(health.getDetails().toString()).contains("small=OPEN");
                            assertThat(context.getBean(Grader.class).ready()).isFalse();
                            assertThat(
                                            context.getBean(MeterRegistry.class)
                                                    .find("resilience4j.circuitbreaker.state")
                                                    .tag("name", "small")
                                                    .gauges())
                                    .isNotEmpty();
                        });
    }

    @Test
    void doesNotStartWithAModelThatCannotBe() {
        runner.withPropertyValues("evenhand.llm.models[0].provider=openai")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .hasMessageContaining("base-url is missing: set it to"));
    }

    @Test
    void doesNotStartWithoutItsPrompts() {
        runner.withPropertyValues("evenhand.prompts=no-such-folder")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .hasStackTraceContaining("leave evenhand.prompts out"));
    }

    private ApplicationContextRunner configured(int port) {
        return runner.withPropertyValues(
                "evenhand.llm.models[0].provider=openai",
                "evenhand.llm.models[0].base-url=http://127.0.0.1:" + port + "/v1",
                "evenhand.llm.models[0].api-key=sk-secret",
                "evenhand.llm.models[0].model=small");
    }
}
