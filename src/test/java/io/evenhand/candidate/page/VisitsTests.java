package io.evenhand.candidate.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.candidate.CandidateSettings;
import io.evenhand.support.SettableClock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class VisitsTests {

    private final SettableClock clock = new SettableClock();
    private final Visits visits =
            new Visits(
                    new CandidateSettings(
                            null,
                            Duration.ofDays(1),
                            3,
                            2,
                            new CandidateSettings.Shown(false, null, Map.of()),
                            Map.of()),
                    clock);

    @Test
    void admitsSoManyAMinuteFromEachAddress() {
        for (int i = 0; i < 3; i++) {
            assertThat(visits.admits(from("192.0.2.1"))).isTrue();
        }
        assertThat(visits.admits(from("192.0.2.1"))).isFalse();
        assertThat(visits.admits(from("192.0.2.2"))).isTrue();

        clock.advance(Duration.ofMinutes(1));

        assertThat(visits.admits(from("192.0.2.1"))).isTrue();
    }

    private static MockServerWebExchange from(String address) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.get("/candidate/x")
                        .remoteAddress(new InetSocketAddress(address, 4711)));
    }
}
