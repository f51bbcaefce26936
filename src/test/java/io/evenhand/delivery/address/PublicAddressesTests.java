package io.evenhand.delivery.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as they stand in IANA's registries, with the neighbours of each block. */
class PublicAddressesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255", // this network
                "10.0.0.0",
                "10.255.255.255",
                "172.16.0.0",
                "172.31.255.255", // private
                "192.168.0.0",
                "192.168.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "100.100.100.200", // shared
                "127.0.0.1",
                "127.255.255.255", // loopback
                "168.63.129.16",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255", // metadata
                "192.0.0.0",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1", // assignments
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1", // tests
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255", // multicast
                "::",
                "::1",
                "::7f00:1", // unspecified, loopback, compatible
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe", // mapped
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1", // translated, discarded
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:20::1", // Teredo, ORCHID
                "2001:db8::1",
                "3fff::1",
                "2002:7f00:1::1", // documentation, 6to4
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1", // local, multicast
                "4000::1",
                "5f00::1" // not given out
            })
    void areNotThoseOfAnyPrivateOrSpecialNetwork(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "8.8.8.8",
                "::ffff:8.8.8.8",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450::1",
                "2003::1",
                "3ffe::1"
            })
    void areAllOthers(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }
}
