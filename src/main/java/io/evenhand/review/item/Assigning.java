package io.evenhand.review.item;

import io.evenhand.access.Caller;
import io.evenhand.access.Right;
import io.evenhand.access.Witness;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.review.queue.QueueItem;
import io.evenhand.review.queue.Workbench;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives answers to people, one or several, and takes them back. */
@Component
class Assigning {

    private final Workbench workbench;
    private final Witness witness;

    Assigning(Workbench workbench, Witness witness) {
        this.workbench = workbench;
        this.witness = witness;
    }

    /** Whom a form names; nobody means that it goes back to all. */
    Mono<Optional<String>> to(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> Optional.ofNullable(form.getFirst("to")).filter(to -> !to.isBlank()));
    }

    Mono<Integer> give(Caller caller, List<GradingId> ids, Optional<String> to) {
        return workbench.assign(caller, ids, to, id -> witness.assigned(caller, id.value()));
    }

    /** Everybody takes what is free and gives back what is theirs; the rest is for leads. */
    static void requireRight(Caller caller, QueueItem item, Optional<String> to) {
        boolean own =
                to.filter(name -> !name.equals(caller.name())).isEmpty()
                        && item.assignee().filter(name -> !name.equals(caller.name())).isEmpty();
        if (!own && !caller.may(Right.LEAD)) {
            throw new Refusal(
                    ProblemCode.FORBIDDEN, "Giving work to others is for people who lead.");
        }
    }
}
