package io.evenhand.authoring.preview;

import io.evenhand.access.Caller;
import io.evenhand.grading.BatchedGradings;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.grading.unseen.Unseen;
import io.evenhand.platform.Storage;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What of a preview somebody may see who is still to judge some of its answers unseen. */
@Component
public class PreviewSight {

    private static final int CHUNK = 200;

    private final BatchedGradings gradings;
    private final Unseen unseen;
    private final Storage storage;

    PreviewSight(BatchedGradings gradings, Unseen unseen, Storage storage) {
        this.gradings = gradings;
        this.unseen = unseen;
        this.storage = storage;
    }

    public Mono<PreviewState> of(Caller caller, PreviewState state) {
        Reader reader = Reader.ofApi(caller);
        if (reader.equals(Reader.NONE)) {
            return Mono.just(state);
        }
        List<GradingId> compared =
                state.items().stream()
                        .filter(item -> item.comparison().isPresent())
                        .map(Item::grading)
                        .toList();
        return Flux.fromIterable(compared)
                .buffer(CHUNK)
                .concatMap(some -> kept(reader, state, some))
                .concatMapIterable(some -> some)
                .collect(Collectors.toSet())
                .map(state::without);
    }

    private Mono<Set<GradingId>> kept(
            Reader reader, PreviewState state, Collection<GradingId> some) {
        return storage.inTransaction(
                () ->
                        gradings.find(state.preview().tenant(), some).stream()
                                .filter(grading -> unseen.keeps(reader, grading))
                                .map(Grading::id)
                                .collect(Collectors.toSet()));
    }
}
