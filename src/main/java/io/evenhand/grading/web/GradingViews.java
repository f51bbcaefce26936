package io.evenhand.grading.web;

import io.evenhand.access.Caller;
import io.evenhand.grading.Grading;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.grading.unseen.Unseen;
import org.springframework.stereotype.Component;

/** Gradings as those may see them who ask. */
@Component
public class GradingViews {

    private final Unseen unseen;

    GradingViews(Unseen unseen) {
        this.unseen = unseen;
    }

    /** Without the answer, through the API. */
    GradingView of(Caller caller, Grading grading) {
        return of(Reader.ofApi(caller), grading);
    }

    /** Without the answer. */
    public GradingView of(Reader reader, Grading grading) {
        return unseen.keeps(reader, grading)
                ? GradingView.withheld(unseen.of(reader, grading))
                : GradingView.of(grading);
    }

    GradingView withAnswer(Caller caller, Grading grading) {
        Reader reader = Reader.ofApi(caller);
        return GradingView.withAnswer(unseen.of(reader, grading), unseen.keeps(reader, grading));
    }
}
