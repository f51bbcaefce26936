package io.evenhand.llm;

import io.evenhand.grading.Effort;
import io.evenhand.grading.Usage;
import java.util.concurrent.atomic.AtomicReference;

/** Adds up what one grading takes, over all models. */
final class Tally {

    private final AtomicReference<Effort> effort = new AtomicReference<>(Effort.NONE);

    void call(boolean repair) {
        add(new Effort(1, repair ? 1 : 0, Usage.NONE));
    }

    void used(Usage usage) {
        add(new Effort(0, 0, usage));
    }

    Effort effort() {
        return effort.get();
    }

    private void add(Effort more) {
        effort.accumulateAndGet(more, Effort::plus);
    }
}
