package io.evenhand.delivery.address;

import io.evenhand.delivery.DeliverySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Finds the addresses of receivers, and refuses those whose host has even one that is not public
 * and is not among {@code evenhand.delivery.allowed-hosts}.
 */
@Component
public class Receivers implements DisposableBean {

    private final Set<String> allowed;
    private final Names names;

    /** Of the platform's: a lookup that hangs would pin the carrier of a virtual thread. */
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("receiver-names-", 0).factory());

    private final Scheduler scheduler = Schedulers.fromExecutorService(threads);

    public Receivers(DeliverySettings settings, Names names) {
        this.allowed =
                settings.allowedHosts().stream()
                        .map(Receivers::plain)
                        .collect(Collectors.toUnmodifiableSet());
        this.names = names;
    }

    /** Whether the operators vouch for a host, whatever its address. */
    public boolean isAllowed(String host) {
        return allowed.contains(plain(host));
    }

    /**
     * The addresses that may be connected to; fails with {@link ForbiddenAddressException} or
     * {@link UnknownHostException}.
     */
    public Mono<List<InetAddress>> addresses(String host) {
        return Mono.fromCallable(() -> checked(host)).subscribeOn(scheduler);
    }

    private List<InetAddress> checked(String host) throws IOException {
        List<InetAddress> found = lookUp(host);
        if (!isAllowed(host) && !found.stream().allMatch(PublicAddresses::contain)) {
            throw new ForbiddenAddressException();
        }
        return found;
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        try {
            return Arrays.asList(names.addresses(host));
        } catch (IllegalArgumentException e) {
            // digits that could be read as more than one address
            throw new UnknownHostException("the host is no name and no address");
        }
    }

    private static String plain(String host) {
        String plain = host.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("[") && plain.endsWith("]")) {
            return plain.substring(1, plain.length() - 1);
        }
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    @Override
    public void destroy() {
        scheduler.dispose();
        threads.shutdownNow();
    }
}
