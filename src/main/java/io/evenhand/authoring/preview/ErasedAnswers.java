package io.evenhand.authoring.preview;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Drops what previews say about an answer, in the transaction that erases it. */
@Component
class ErasedAnswers {

    private final Previews previews;

    ErasedAnswers(Previews previews) {
        this.previews = previews;
    }

    @EventListener
    void drop(GradingErased erased) {
        Grading before = erased.before();
        previews.drop(before.tenant(), before.id(), Comparison.gone());
    }
}
