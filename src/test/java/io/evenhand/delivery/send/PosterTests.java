package io.evenhand.delivery.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.delivery.DeliverySettings;
import io.evenhand.delivery.Fault;
import io.evenhand.delivery.Receiver;
import io.evenhand.delivery.address.Names;
import io.evenhand.delivery.address.Receivers;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events go to addresses that were checked, whatever names say, and when they say it. */
class PosterTests {

    private static final String PUBLIC = "93.184.215.14";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Receiver receiver = new Receiver();
    private final List<String> asked = new ArrayList<>();

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"})
    void refusesAnAddressThatStandsInTheUrl(String host) {
        assertThat(answer(host, InetAddress::getAllByName).fault())
                .contains(Fault.FORBIDDEN_ADDRESS);
        assertThat(receiver.unread()).isZero();
    }

    @Test
    void refusesANameThatWasPublicWhenItWasCheckedAndIsNotNow() {
        List<String> addresses = new ArrayList<>(List.of(PUBLIC, "127.0.0.1"));
        Names rebinding = host -> all(addresses.removeFirst());
        Receivers receivers = new Receivers(settings(), rebinding);
        assertThat(receivers.addresses("rebind.example").block(TIMEOUT)).hasSize(1);

        Answer answer = post("rebind.example", receivers);

        assertThat(answer.fault()).contains(Fault.FORBIDDEN_ADDRESS);
        assertThat(receiver.unread()).isZero();
    }

    @Test
    void refusesANameWithEvenOneAddressThatIsNotPublic() {
        assertThat(answer("mixed.example", host -> all(PUBLIC, "10.0.0.1")).fault())
                .contains(Fault.FORBIDDEN_ADDRESS);
    }

    @Test
    void connectsToTheVeryAddressThatWasChecked() {
        Names names =
                host -> {
                    asked.add(host);
                    return all("127.0.0.1");
                };

        assertThat(answer("allowed.example", names, "Allowed.Example").fault()).isEmpty();

        assertThat(receiver.next().headers().get("host")).startsWith("allowed.example:");
        assertThat(asked).containsExactly("allowed.example");
    }

    @Test
    void tellsWhatWentWrong() {
        Names nobody =
                host -> {
                    throw new UnknownHostException(host);
                };
        assertThat(answer("gone.example", nobody).fault()).contains(Fault.UNKNOWN_HOST);
        Receivers receivers = new Receivers(settings("allowed.example"), host -> all("127.0.0.1"));
        URI https = URI.create("https://allowed.example:" + receiver.port() + "/hook");
        assertThat(post(https, receivers).fault()).contains(Fault.TLS);
    }

    private Answer answer(String host, Names names, String... allowed) {
        return post(host, new Receivers(settings(allowed), names));
    }

    private Answer post(String host, Receivers receivers) {
        return post(URI.create("http://" + host + ":" + receiver.port() + "/hook"), receivers);
    }

    private Answer post(URI to, Receivers receivers) {
        Poster poster = new Poster(settings(), receivers, Clock.systemUTC());
        try {
            Answer answer = poster.post(new Letter(to, "msg_1", 1, "v1,x", "{}")).block(TIMEOUT);
            return Optional.ofNullable(answer).orElseThrow();
        } finally {
            poster.destroy();
            receivers.destroy();
        }
    }

    private static DeliverySettings settings(String... allowed) {
        return new DeliverySettings(
                Set.of(allowed), "", TIMEOUT, TIMEOUT, TIMEOUT, 10, 2, Duration.ofDays(1));
    }

    private static InetAddress[] all(String... addresses) {
        return Arrays.stream(addresses).map(PosterTests::literal).toArray(InetAddress[]::new);
    }

    private static InetAddress literal(String address) {
        return InetAddress.ofLiteral(address);
    }
}
