package io.evenhand.access;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The names by which a machine calls itself, and no page from elsewhere is loaded. */
public final class LocalNames {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private LocalNames() {}

    /** Whether the request names this machine so, or nothing at all. */
    public static boolean areMeantBy(ServerHttpRequest request) {
        InetSocketAddress host = request.getHeaders().getHost();
        return host == null
                || LOOPBACK.matcher(host.getHostString().toLowerCase(Locale.ROOT)).matches();
    }
}
