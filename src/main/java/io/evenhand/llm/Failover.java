package io.evenhand.llm;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Asks one model after the other until one answers or there is no time for another. */
final class Failover {

    private static final Logger log = LoggerFactory.getLogger(Failover.class);

    private final List<Model> models;
    private final Chain chain;

    Failover(List<Model> models, Chain chain) {
        this.models = models;
        this.chain = chain;
    }

    <T> Mono<Answered<T>> ask(Session<T> session) {
        return from(0, session, new Faults());
    }

    private <T> Mono<Answered<T>> from(int index, Session<T> session, Faults faults) {
        boolean allAsked = index == models.size();
        if (allAsked || session.budget().spent()) {
            return Mono.just(
                    new Answered.Nothing<>(
                            faults.reason(allAsked), faults.retryAt(session.budget().end())));
        }
        Model model = models.get(index);
        return chain.ask(model, session)
                .<Answered<T>>map(Answered.Said::new)
                .onErrorResume(
                        CallFailed.class,
                        failed -> {
                            report(model, session, failed);
                            faults.add(failed);
                            return from(
                                    failed.fault() instanceof Fault.Unpaid
                                            ? models.size()
                                            : index + 1,
                                    session,
                                    faults);
                        });
    }

    private static void report(Model model, Session<?> session, CallFailed failed) {
        if (failed.fault() instanceof Fault.CircuitOpen || failed.fault() instanceof Fault.Unpaid) {
            log.debug("Model {} is not asked: {}.", model.label(), failed.fault().label());
            return;
        }
        log.warn(
                "Model {} did not answer for {}: {} ({}).",
                model.label(),
                session.inquiry().subject(),
                failed.fault().label(),
                failed.fault().cause());
    }
}
