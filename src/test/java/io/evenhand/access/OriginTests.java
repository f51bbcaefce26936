package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/** Whose attempts are counted together. */
class OriginTests {

    @Test
    void addressesAreTheirOwnWhateverThePort() throws UnknownHostException {
        assertThat(of("198.51.100.7", 1)).isEqualTo(of("198.51.100.7", 2));
        assertThat(of("198.51.100.7", 1)).isNotEqualTo(of("198.51.100.8", 1));
    }

    @Test
    void aNetworkOfVersionSixIsOne() throws UnknownHostException {
        assertThat(of("2001:db8:1:2::1", 1)).isEqualTo(of("2001:db8:1:2:ffff::9", 1));
        assertThat(of("2001:db8:1:2::1", 1)).isNotEqualTo(of("2001:db8:1:3::1", 1));
    }

    @Test
    void whatAProxyNamesNeedsNoLookup() {
        assertThat(Origin.of(InetSocketAddress.createUnresolved("client.example", 1)))
                .isEqualTo("client.example");
        assertThat(Origin.of(null)).isEqualTo("unknown");
    }

    private static String of(String address, int port) throws UnknownHostException {
        return Origin.of(new InetSocketAddress(InetAddress.getByName(address), port));
    }
}
