package io.evenhand.grading.store;

import io.evenhand.grading.CancelReason;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Review;
import io.evenhand.guard.Flag;
import java.util.List;
import java.util.Optional;

/** What came of a grading so far, as one JSON column holds it. */
record StoredResult(
        List<Flag> flags,
        Optional<Grade> grade,
        Optional<NoGrade> noGrade,
        Optional<CancelReason> cancelReason,
        Optional<Review> review,
        int strikes,
        boolean anew,
        Optional<String> fault) {

    static StoredResult of(Grading grading) {
        return new StoredResult(
                grading.flags(),
                grading.grade(),
                grading.noGrade(),
                grading.cancelReason(),
                grading.review(),
                grading.strikes(),
                grading.anew(),
                grading.fault());
    }
}
