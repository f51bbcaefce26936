package io.evenhand.budget;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.evenhand.platform.TenantId;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Import;

/** What operators may set, and what they are told of it. */
class BudgetSettingsTests {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(UnpricedModels.class);
    private static final String MODEL = "evenhand.llm.models[0].model=some-model";

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(Budgets.class);

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

    @Test
    void nobodyIsLimitedUnlessSomebodySaysSo() {
        runner.withPropertyValues(MODEL)
                .run(
                        context -> {
                            BudgetSettings settings = context.getBean(BudgetSettings.class);
                            assertThat(settings.of(new TenantId("acme"))).isEmpty();
                            assertThat(logged.list).isEmpty();
                        });
    }

    @Test
    void aTenantsOwnGoesBeforeThatOfAll() {
        runner.withPropertyValues(
                        "evenhand.budget.monthly=10",
                        "evenhand.budget.tenants[0].tenant=acme",
                        "evenhand.budget.tenants[0].monthly=2.50",
                        "evenhand.budget.tenants[1].tenant=free")
                .run(
                        context -> {
                            BudgetSettings settings = context.getBean(BudgetSettings.class);
                            assertThat(settings.of(new TenantId("acme")))
                                    .contains(new BigDecimal("2.50"));
                            assertThat(settings.of(new TenantId("free"))).isEmpty();
                            assertThat(settings.of(new TenantId("other"))).contains(BigDecimal.TEN);
                        });
    }

    @Test
    void warnsOfModelsThatCannotBeCounted() {
        runner.withPropertyValues(
                        MODEL,
                        "evenhand.llm.models[1].model=priced",
                        "evenhand.llm.models[1].input-price=0",
                        "evenhand.budget.tenants[0].tenant=acme",
                        "evenhand.budget.tenants[0].monthly=2.50")
                .run(
                        context ->
                                assertThat(logged.list)
                                        .singleElement()
                                        .satisfies(
                                                event -> {
                                                    assertThat(event.getLevel())
                                                            .isEqualTo(Level.WARN);
                                                    assertThat(event.getFormattedMessage())
                                                            .contains("what some-model costs");
                                                }));
    }

    @Test
    void endsTheStartOnWhatCannotBeMeant() {
        runner.withPropertyValues("evenhand.budget.monthly=-1")
                .run(context -> assertThat(context).hasFailed());
        runner.withPropertyValues("evenhand.budget.tenants[0].monthly=1")
                .run(context -> assertThat(context).hasFailed());
        runner.withPropertyValues(
                        "evenhand.budget.tenants[0].tenant=acme",
                        "evenhand.budget.tenants[1].tenant=acme")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .hasStackTraceContaining("name each tenant once"));
    }

    @EnableConfigurationProperties({BudgetSettings.class, PriceSettings.class})
    @Import(UnpricedModels.class)
    private static final class Budgets {}
}
