package io.evenhand.platform.vault;

import io.evenhand.platform.Recurring;
import io.evenhand.platform.Storage;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings what lies under older keys, or under none, under the current one: beside the service's
 * work, some rows at a time. It needs no memory of how far it came, since what is done is passed
 * over. A key is let go of only after a look at everything that found nothing to do.
 */
@Component
class Resealing {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final int ROWS = 100;

    private final SealedRows rows;
    private final List<SealedTable> tables;
    private final KeyRegister register;
    private final VaultKeys keys;
    private final Storage storage;
    private final Recurring rounds = new Recurring();

    Resealing(
            SealedRows rows,
            List<SealedTable> tables,
            KeyRegister register,
            VaultKeys keys,
            Storage storage) {
        this.rows = rows;
        this.tables = tables;
        this.register = register;
        this.keys = keys;
        this.storage = storage;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        rounds.start(Duration.ZERO, INTERVAL, () -> round().onErrorResume(Resealing::failed));
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        rounds.stop();
    }

    /** Empty if everything is known to be under the current key. */
    Mono<Resealed> round() {
        return storage.inTransaction(() -> register.others(keys.current()))
                .filter(others -> !others.isEmpty())
                .flatMap(others -> pass().flatMap(done -> checked(others, done)));
    }

    /** What was written while the first pass was under way is met by the second. */
    private Mono<Resealed> checked(List<String> others, Resealed done) {
        if (done.isClean()) {
            return ended(others, done);
        }
        LOG.info(
                "{} rows were sealed with the key {}; {} do not open and stay as they are.",
                done.rows(),
                keys.current().id(),
                done.broken());
        return pass().flatMap(
                        again ->
                                again.isClean()
                                        ? ended(others, done)
                                        : Mono.just(done.plus(again)));
    }

    private Mono<Resealed> ended(List<String> others, Resealed done) {
        return storage.inTransaction(
                () -> {
                    others.forEach(register::forget);
                    tell(done);
                    return done;
                });
    }

    /** A first start has sealed nothing and has no other key to let go of. */
    private void tell(Resealed done) {
        if (keys.ids().size() > 1) {
            LOG.info(
                    "All texts are sealed with the key {}: evenhand.previous-keys may go.",
                    keys.current().id());
        } else if (done.rows() > 0) {
            LOG.info("All texts are sealed with the key {}.", keys.current().id());
        }
    }

    private Mono<Resealed> pass() {
        return Flux.fromIterable(tables)
                .concatMap(this::pages)
                .map(SealedRows.Page::resealed)
                .reduce(Resealed.NOTHING, Resealed::plus);
    }

    private Flux<SealedRows.Page> pages(SealedTable table) {
        return page(table, List.of())
                .expand(page -> Mono.justOrEmpty(page.last()).flatMap(last -> page(table, last)));
    }

    private Mono<SealedRows.Page> page(SealedTable table, List<Object> after) {
        return storage.inTransaction(() -> rows.page(table, after, ROWS));
    }

    private static Mono<Resealed> failed(Throwable error) {
        LOG.warn("Texts could not be sealed anew ({}).", error.getClass().getName());
        return Mono.empty();
    }
}
