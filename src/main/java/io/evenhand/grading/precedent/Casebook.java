package io.evenhand.grading.precedent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Precedent;
import io.evenhand.grading.Precedents;
import io.evenhand.grading.Work;
import io.evenhand.platform.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What was said of identical work before. What is in memory is used as long as the table has it,
 * too: another instance may have had it judged anew, or a person overruled it there. A store that
 * fails costs a call to a model and nothing else.
 */
@Component
class Casebook {

    private static final Logger LOG = LoggerFactory.getLogger(Casebook.class);

    /** So long after it was erased, quotes of an answer may still be in an instance's memory. */
    private static final Duration IN_MEMORY = Duration.ofMinutes(10);

    private static final int OVERHEAD_BYTES = 512;

    private final Precedents precedents;
    private final Storage storage;
    private final PrecedentSettings settings;
    private final Clock clock;
    private final Cache<Work, Precedent> memory;

    Casebook(Precedents precedents, Storage storage, PrecedentSettings settings, Clock clock) {
        this.precedents = precedents;
        this.storage = storage;
        this.settings = settings;
        this.clock = clock;
        this.memory =
                Caffeine.newBuilder()
                        .maximumWeight(settings.memory().toBytes())
                        .weigher(Casebook::bytes)
                        .expireAfterWrite(IN_MEMORY)
                        .build();
    }

    /** Empty if nothing is known of it. */
    Mono<Outcome.Reused> find(Work work) {
        return settings.keeps()
                ? storage.inTransaction(() -> known(work))
                        .flatMap(Mono::justOrEmpty)
                        .map(Precedent::judged)
                        .onErrorResume(error -> notReached(error).then(Mono.empty()))
                : Mono.empty();
    }

    private Optional<Precedent> known(Work work) {
        Instant now = clock.instant();
        Optional<Precedent> held = Optional.ofNullable(memory.getIfPresent(work));
        Optional<String> there = held.flatMap(precedent -> precedents.id(work, now));
        if (held.isPresent() && held.map(Precedent::id).equals(there)) {
            return held;
        }
        Optional<Precedent> read = precedents.find(work, now);
        read.ifPresentOrElse(
                precedent -> memory.put(work, precedent), () -> memory.invalidate(work));
        return read;
    }

    /**
     * Keeps what is worth being said again: not that nothing could be told.
     *
     * @param anew whether it takes the place of what is known
     */
    Mono<Void> keep(Work work, Outcome.Judged judged, boolean anew) {
        if (!settings.keeps() || judged.judgement().abstains()) {
            return Mono.empty();
        }
        return storage.inTransaction(
                        () -> {
                            write(precedent(work, judged), anew);
                            return true;
                        })
                .then()
                .onErrorResume(Casebook::notReached);
    }

    private void write(Precedent precedent, boolean anew) {
        if (anew) {
            precedents.replace(precedent);
        } else {
            precedents.add(precedent, clock.instant());
        }
    }

    private Precedent precedent(Work work, Outcome.Judged judged) {
        return new Precedent(
                work,
                UUID.randomUUID().toString(),
                Outcome.Reused.of(judged),
                clock.instant().plus(settings.life()).truncatedTo(ChronoUnit.MILLIS));
    }

    private static Mono<Void> notReached(Throwable error) {
        LOG.warn("Precedents could not be reached ({}).", error.getClass().getName());
        return Mono.empty();
    }

    /** Its texts in UTF-16, and what is around them. */
    private static int bytes(Work work, Precedent precedent) {
        return 2 * precedent.judged().toString().length() + OVERHEAD_BYTES;
    }
}
