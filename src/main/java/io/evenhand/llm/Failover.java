package io.evenhand.llm;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Outcome;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Asks one model after the other until one judges or there is no time for another. */
final class Failover {

    private static final Logger log = LoggerFactory.getLogger(Failover.class);

    private final List<Model> models;
    private final Chain chain;

    Failover(List<Model> models, Chain chain) {
        this.models = models;
        this.chain = chain;
    }

    Mono<Outcome> judge(Session session) {
        return from(0, session, new Faults());
    }

    private Mono<Outcome> from(int index, Session session, Faults faults) {
        boolean allAsked = index == models.size();
        if (allAsked || session.budget().spent()) {
            FallbackReason reason = faults.reason(allAsked);
            return Mono.just(
                    new Outcome.Unavailable(
                            reason,
                            session.tally().effort(),
                            faults.retryAt(session.budget().end())));
        }
        Model model = models.get(index);
        return chain.judge(model, session)
                .<Outcome>map(judged -> new Outcome.Judged(judged, session.tally().effort()))
                .onErrorResume(
                        CallFailed.class,
                        failed -> {
                            report(model, session, failed);
                            faults.add(failed);
                            return from(index + 1, session, faults);
                        });
    }

    private static void report(Model model, Session session, CallFailed failed) {
        if (failed.fault() instanceof Fault.CircuitOpen) {
            log.debug("Model {} is left alone for a while.", model.label());
            return;
        }
        log.warn(
                "Model {} did not judge grading {}: {} ({}).",
                model.label(),
                session.briefing().assignment().id(),
                failed.fault().label(),
                failed.fault().cause());
    }
}
