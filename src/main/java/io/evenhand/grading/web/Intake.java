package io.evenhand.grading.web;

import io.evenhand.access.Caller;
import io.evenhand.grading.CancelReason;
import io.evenhand.grading.Grading;
import io.evenhand.grading.work.GradingDesk;
import io.evenhand.grading.work.Order;
import io.evenhand.grading.work.Receipt;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes requests to grade from their bytes to the desk, and notices when their client leaves. */
@Component
class Intake {

    private final StrictJson json;
    private final SubmissionReader submissions;
    private final GradingDesk desk;

    Intake(StrictJson json, SubmissionReader submissions, GradingDesk desk) {
        this.json = json;
        this.submissions = submissions;
        this.desk = desk;
    }

    Mono<Order> read(Caller caller, HttpHeaders headers, byte[] body, boolean asynchronous) {
        Optional<Sha256> keyHash = IdempotencyKey.hash(headers);
        if (keyHash.isEmpty() && !asynchronous) {
            desk.demandRoom();
        }
        Violations violations = new Violations();
        GradingRequest request = json.read(body, GradingRequest.class, violations);
        return submissions
                .read(caller.tenant(), request, violations)
                .map(
                        submission ->
                                new Order(
                                        caller.tenant(),
                                        caller.name(),
                                        submission,
                                        keyHash.map(key -> new Order.Key(key, json.digest(body))),
                                        asynchronous));
    }

    /**
     * Accepts the order whatever becomes of the client; one that leaves before it has its answer
     * cancels the grading, unless a key lets it come back for it.
     */
    <T> Mono<T> accepted(Order order, Function<Receipt, Mono<T>> response) {
        return Mono.deferContextual(
                context -> {
                    CompletableFuture<@Nullable Receipt> receipt =
                            desk.accept(order).contextWrite(context).toFuture();
                    return Mono.fromFuture(receipt, true)
                            .flatMap(response)
                            .doOnCancel(() -> receipt.thenAccept(known -> leave(order, known)));
                });
    }

    private void leave(Order order, @Nullable Receipt receipt) {
        if (receipt instanceof Receipt.Accepted(Grading grading)) {
            left(order, grading);
        }
    }

    /** The client that waited for this grading has gone. */
    void left(Order order, Grading grading) {
        boolean comesBack = order.key().isPresent() || order.asynchronous();
        if (!comesBack) {
            desk.cancel(grading.tenant(), grading.id(), CancelReason.CLIENT_GONE, order.actor())
                    .onErrorComplete()
                    .subscribe();
        }
    }
}
