package io.evenhand.delivery.address;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Resolves for connections, so that what was checked is what is connected to: a name that changes
 * its address between a check and a connection slips through nowhere.
 */
public final class CheckedAddresses extends AddressResolverGroup<InetSocketAddress> {

    private final Receivers receivers;

    public CheckedAddresses(Receivers receivers) {
        this.receivers = receivers;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Resolver(executor, receivers);
    }

    /** The resolver of one event loop. */
    private static final class Resolver extends AbstractAddressResolver<InetSocketAddress> {

        private final Receivers receivers;

        private Resolver(EventExecutor executor, Receivers receivers) {
            super(executor, InetSocketAddress.class);
            this.receivers = receivers;
        }

        /** Never: an address that stands in the URL itself is to be checked, too. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress asked, Promise<InetSocketAddress> promise) {
            found(asked).subscribe(all -> promise.trySuccess(all.getFirst()), promise::tryFailure);
        }

        @Override
        protected void doResolveAll(
                InetSocketAddress asked, Promise<List<InetSocketAddress>> promise) {
            found(asked).subscribe(promise::trySuccess, promise::tryFailure);
        }

        private Mono<List<InetSocketAddress>> found(InetSocketAddress asked) {
            return receivers
                    .addresses(asked.getHostString())
                    .map(
                            all ->
                                    all.stream()
                                            .map(
                                                    address ->
                                                            new InetSocketAddress(
                                                                    address, asked.getPort()))
                                            .toList());
        }
    }
}
