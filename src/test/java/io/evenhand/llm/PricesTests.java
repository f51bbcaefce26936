package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.evenhand.grading.Cost;
import io.evenhand.grading.Outcome;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

@WireMockTest
class PricesTests {

    private static final Prices PRICES =
            new Prices(new BigDecimal("0.25"), new BigDecimal("0.025"), new BigDecimal("2"), "USD");

    @Test
    void addsUpInputCachedInputAndOutput() {
        // 300 x 0.25 + 512 x 0.025 + 240 x 2 = 567.8, for a million
        assertThat(PRICES.of(new Tokens(812, 512, 240)))
                .isEqualTo(new Cost(new BigDecimal("0.0005678"), "USD"));
    }

    @Test
    void isExactForLargeNumbers() {
        assertThat(PRICES.of(new Tokens(3_000_000_000L, 0, 7)).amount())
                .isEqualByComparingTo("750.000014");
    }

    @Test
    void writesRoundSumsPlainly() {
        assertThat(PRICES.of(new Tokens(400_000_000, 0, 0)).amount()).hasToString("100");
        assertThat(PRICES.of(Tokens.NONE).amount()).hasToString("0");
    }

    @Test
    void neverBelievesMoreCachedTokensThanThereAre() {
        assertThat(new Tokens(10, 20, -1)).isEqualTo(new Tokens(10, 10, 0));
    }

    @Test
    void givesAGradingItsCost(WireMockRuntimeInfo server) {
        server.getWireMock().register(Wire.chat().willReturn(Wire.good()));
        try (Bench bench =
                Bench.settings()
                        .model(server.getHttpPort(), "m")
                        .with("input-price", "0.25")
                        .with("output-price", "2")
                        .with("cached-input-price", "0.025")
                        .set("currency", "EUR")
                        .open()) {
            assertThat(((Outcome.Judged) bench.grade()).effort().usage().cost())
                    .contains(new Cost(new BigDecimal("0.0005678"), "EUR"));
        }
    }

    @Test
    void givesNoCostWithoutPrices(WireMockRuntimeInfo server) {
        server.getWireMock().register(Wire.chat().willReturn(Wire.good()));
        try (Bench bench = Bench.settings().model(server.getHttpPort(), "m").open()) {
            assertThat(((Outcome.Judged) bench.grade()).effort().usage().cost()).isEmpty();
        }
    }
}
