package io.evenhand.delivery.address;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses on the public internet from all others, by IANA's registries of special-purpose
 * addresses (RFC 6890): of IPv4 whatever is not in the list below; of IPv6 only global unicast, so
 * that unique-local, link-local, mapped, translated and site-local ones are out without being
 * named.
 */
final class PublicAddresses {

    private static final List<IpSubnetFilterRule> SPECIAL_IPV4 =
            rules(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by carriers; holds a cloud's metadata
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // Azure's own service, though in public space
                    "169.254.0.0/16", // link-local; holds clouds' metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4"); // reserved, broadcast

    private static final List<IpSubnetFilterRule> GLOBAL_IPV6 = rules("2000::/3");

    private static final List<IpSubnetFilterRule> SPECIAL_IPV6 =
            rules(
                    "2001::/23", // protocol assignments, Teredo among them
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4: an IPv4 address, whichever
                    "3fff::/20"); // documentation

    private PublicAddresses() {}

    /** Java reads an IPv4-mapped address as the IPv4 one that it is. */
    static boolean contain(InetAddress address) {
        return address instanceof Inet4Address
                ? !isIn(SPECIAL_IPV4, address)
                : isIn(GLOBAL_IPV6, address) && !isIn(SPECIAL_IPV6, address);
    }

    private static boolean isIn(List<IpSubnetFilterRule> rules, InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return rules.stream().anyMatch(rule -> rule.matches(socket));
    }

    private static List<IpSubnetFilterRule> rules(String... cidrs) {
        return Arrays.stream(cidrs)
                .map(cidr -> new IpSubnetFilterRule(cidr, IpFilterRuleType.REJECT))
                .toList();
    }
}
