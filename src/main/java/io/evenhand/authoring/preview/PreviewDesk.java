package io.evenhand.authoring.preview;

import io.evenhand.access.Caller;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where previews are begun, read and let go of. */
@Component
public class PreviewDesk {

    private final Previews previews;
    private final PreviewRunner runner;
    private final Storage storage;
    private final Clock clock;

    PreviewDesk(Previews previews, PreviewRunner runner, Storage storage, Clock clock) {
        this.previews = previews;
        this.runner = runner;
        this.storage = storage;
        this.clock = clock;
    }

    /** Stores it and has it worked on, whoever waits. */
    public Mono<PreviewState> begin(Caller caller, Plan plan) {
        Preview preview =
                Preview.queued(
                        PreviewId.next(),
                        plan.tenant(),
                        plan.questionId(),
                        caller.name(),
                        plan.target(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return storage.inTransaction(
                        () -> {
                            previews.add(preview, plan.answers());
                            return state(preview);
                        })
                .doOnNext(stored -> runner.call());
    }

    /** Another tenant's is as unknown as one that never was. */
    public Mono<PreviewState> get(TenantId tenant, String id) {
        return known(id)
                .flatMap(
                        known ->
                                storage.inTransaction(
                                        () -> previews.find(tenant, known).map(this::state)))
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(PreviewDesk::unknown));
    }

    /** Ends it if it runs. What it compared is gone; what was applied stays. */
    public Mono<Void> forget(TenantId tenant, String id) {
        return known(id)
                .filterWhen(known -> storage.inTransaction(() -> previews.forget(tenant, known)))
                .doOnNext(runner::end)
                .switchIfEmpty(Mono.error(PreviewDesk::unknown))
                .then();
    }

    private PreviewState state(Preview preview) {
        return new PreviewState(preview, previews.items(preview.tenant(), preview.id()));
    }

    private static Mono<PreviewId> known(String id) {
        return Mono.justOrEmpty(Optional.of(new PreviewId(id)).filter(PreviewId::isWellFormed));
    }

    private static Refusal unknown() {
        return new Refusal(ProblemCode.NOT_FOUND, "There is no such preview.");
    }
}
