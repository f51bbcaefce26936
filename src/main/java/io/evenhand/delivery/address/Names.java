package io.evenhand.delivery.address;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks up the addresses of a host. */
@FunctionalInterface
public interface Names {

    InetAddress[] addresses(String host) throws UnknownHostException;
}
