package io.evenhand.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Cost;
import io.evenhand.grading.Effort;
import io.evenhand.grading.ModelUsed;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Usage;
import io.evenhand.platform.Sha256;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What a spent budget does to gradings, and what a tenant is told of it. */
@TestPropertySource(
        properties = {
            "evenhand.budget.monthly=1",
            "evenhand.dispatch.interval=20ms",
            // the same answer again is to cost again
            "evenhand.grading.cache.enabled=false"
        })
class BudgetApiTests extends ApiTestBase {

    private static final Usage USED =
            new Usage(100, 20, Optional.of(new Cost(new BigDecimal("0.60"), "USD")));

    /** Each test spends what is its own. */
    private static final String[] TENANTS = {
        "spends", "waits", "looks", "other", "batches", "breaks"
    };

    @Autowired AtomicBoolean failing;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        for (int i = 0; i < TENANTS.length; i++) {
            String tenant = TENANTS[i];
            String prefix = "evenhand.access.keys[" + i + "].";
            properties.add(prefix + "hash", () -> Sha256.of("key-of-" + tenant).value());
            properties.add(prefix + "tenant", () -> tenant);
            properties.add(prefix + "scopes", () -> "grade,review,manage");
        }
        properties.add("evenhand.budget.tenants[0].tenant", () -> "other");
        properties.add("evenhand.budget.tenants[0].monthly", () -> "2.5");
    }

    /** Not so late in a month that it would end within a test. */
    @BeforeEach
    void modelCosts() {
        model.will(BudgetApiTests::judged);
        if (untilNextMonth(clock).compareTo(Duration.ofMinutes(2)) < 0) {
            clock.advance(Duration.ofMinutes(3));
        }
    }

    private static Mono<Outcome> judged(Assignment assignment) {
        return ScriptedGrader.allMet(assignment) instanceof Outcome.Judged(var judgement, var own)
                ? Mono.just(new Outcome.Judged(judgement, new Effort(1, 0, USED)))
                : Mono.empty();
    }

    @Test
    void gradingsAreProvisionalOnceTheMoneyIsSpent() {
        assertThat(grade("spends").at("/status")).isEqualTo("GRADED");
        assertThat(grade("spends").at("/status")).isEqualTo("GRADED");

        Api.Reply third = grade("spends");

        assertThat(third.status()).isEqualTo(200);
        assertThat(third.at("/status")).isEqualTo("PROVISIONAL");
        assertThat(third.at("/grader/fallbackReason")).isEqualTo("BUDGET_SPENT");
        assertThat(model.calls()).isEqualTo(2);
        assertThat(grade("other").at("/status")).isEqualTo("GRADED");
    }

    @Test
    void theyAreGradedAgainWhenTheNextMonthBegins() {
        grade("waits");
        grade("waits");
        String id = grade("waits").id();

        clock.advance(untilNextMonth(clock));

        JsonNode again = when(id, "waits", json -> json.at("/revision").asInt() == 2);
        assertThat(again.at("/status").asString()).isEqualTo("GRADED");
        assertThat(usage("waits", "").at("/cost/amount")).isEqualTo("0.6");
    }

    /** The listener after the one that counts fails once: the grade and its cost go together. */
    @Test
    void whatIsNotStoredIsNotCounted() {
        failing.set(true);

        Api.Reply reply = grade("breaks");

        assertThat(reply.at("/status")).isEqualTo("GRADED");
        assertThat(failing).isFalse();
        assertThat(usage("breaks", "").at("/cost/amount")).isEqualTo("0.6");
    }

    @Test
    void aBatchGoesOnWithoutModels() {
        String body = "[" + (Api.BODY + ",").repeat(2) + Api.BODY + "]";
        grade("batches");
        grade("batches");
        clock.advance(Duration.ofSeconds(2));

        String id = api.send(HttpMethod.POST, "/v1/batches", body, with("batches")).id();

        String path = "/v1/batches/" + id;
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get(path, with("batches")).at("/status").equals("COMPLETED"));
        assertThat(api.get(path, with("batches")).json().at("/counts").toString())
                .isEqualTo("{\"PROVISIONAL\":3}");
    }

    @Test
    void theMonthSaysWhatWasSpentAndWhatIsLeft() {
        Api.Reply before = usage("looks", "");
        assertThat(before.status()).isEqualTo(200);
        assertThat(before.json().at("/cost").isNull()).isTrue();
        assertThat(before.at("/left/amount")).isEqualTo("1");

        grade("looks");
        Api.Reply first = usage("looks", "");
        grade("looks");
        Api.Reply second = usage("looks", "");

        YearMonth month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        assertThat(first.at("/month")).isEqualTo(month.toString());
        assertThat(first.json().at("/inputTokens").asInt()).isEqualTo(100);
        assertThat(first.json().at("/outputTokens").asInt()).isEqualTo(20);
        assertThat(first.json().at("/cost").toString())
                .isEqualTo("{\"amount\":\"0.6\",\"currency\":\"USD\"}");
        assertThat(first.at("/budget/amount")).isEqualTo("1");
        assertThat(first.at("/left/amount")).isEqualTo("0.4");
        assertThat(first.at("/endsAt")).isEqualTo(Accounts.end(month).toString());
        assertThat(second.at("/cost/amount")).isEqualTo("1.2");
        assertThat(second.at("/left/amount")).isEqualTo("0");
        Api.Reply last = usage("looks", "?month=" + month.minusMonths(1));
        assertThat(last.json().at("/inputTokens").asInt()).isZero();
        assertThat(last.json().at("/budget").isNull()).isTrue();
        assertThat(last.json().at("/left").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026", "november", "2026-11-01", "12026-01", ""})
    void whatIsNoMonthIsRefused(String month) {
        Api.Reply reply = usage("looks", "?month=" + month);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("INVALID_PARAMETER");
        assertThat(reply.at("/errors/0/parameter")).isEqualTo("month");
    }

    /** A moment later than before, for which the sum is taken anew. */
    private Api.Reply grade(String tenant) {
        clock.advance(Duration.ofSeconds(2));
        return api.post(Api.BODY, with(tenant));
    }

    private Api.Reply usage(String tenant, String query) {
        return api.get("/v1/usage" + query, with(tenant));
    }

    private static Duration untilNextMonth(Clock clock) {
        YearMonth month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        return Duration.between(clock.instant(), Accounts.end(month)).plusSeconds(1);
    }

    private JsonNode when(String id, String tenant, Predicate<JsonNode> enough) {
        Api.Reply reply = api.get("/v1/gradings/" + id, with(tenant));
        for (int i = 0; i < 50 && !enough.test(reply.json()); i++) {
            Api.Reply next =
                    api.get(
                            "/v1/gradings/" + id + "?wait=10",
                            with(tenant, "If-None-Match", reply.headers().getETag()));
            reply = next.status() == 200 ? next : reply;
        }
        assertThat(enough.test(reply.json())).as(reply.text()).isTrue();
        return reply.json();
    }

    private static String[] with(String tenant, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer key-of-" + tenant;
        return all;
    }

    /** Fails in the transaction of a move when it is told to. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Faults {

        @Bean
        AtomicBoolean failing() {
            return new AtomicBoolean();
        }

        @Bean
        Listener listener(AtomicBoolean failing) {
            return new Listener(failing);
        }
    }

    /** Hears of it after all others. */
    record Listener(AtomicBoolean failing) {

        @EventListener
        @Order(Ordered.LOWEST_PRECEDENCE)
        void heard(ModelUsed used) {
            if (failing.getAndSet(false)) {
                throw new DataAccessResourceFailureException("away for a moment");
            }
        }
    }
}
