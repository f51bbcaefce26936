package io.evenhand.candidate.appeal;

import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingErased;
import io.evenhand.grading.GradingMoved;
import io.evenhand.grading.GradingStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes what came of appeals, in the transaction of the decision. */
@Component
class AppealKeeper {

    private final Appeals appeals;

    AppealKeeper(Appeals appeals) {
        this.appeals = appeals;
    }

    @EventListener
    void note(GradingMoved moved) {
        if (moved.before().isAppealed() == moved.after().isAppealed()) {
            return;
        }
        if (moved.after().status() == GradingStatus.REVIEWED && !moved.after().isAppealed()) {
            last(moved.after()).ifPresent(appeal -> decided(appeal, moved.after()));
        } else if (moved.before().status() == GradingStatus.REVIEWED && moved.isNewGrade()) {
            last(moved.after()).ifPresent(this::open);
        }
    }

    private void decided(Appeal appeal, Grading after) {
        BigDecimal score = after.grade().map(Grade::score).orElseThrow().value();
        boolean changed = score.compareTo(appeal.score()) != 0;
        after.review()
                .map(review -> new Appeal.Decision(review.reviewedAt(), changed))
                .ifPresent(
                        what ->
                                appeals.decide(
                                        appeal.tenant(),
                                        appeal.grading(),
                                        appeal.revision(),
                                        Optional.of(what)));
    }

    /** The decision on it was taken back. */
    private void open(Appeal appeal) {
        appeals.decide(appeal.tenant(), appeal.grading(), appeal.revision(), Optional.empty());
    }

    private Optional<Appeal> last(Grading grading) {
        List<Appeal> all = appeals.of(grading.tenant(), grading.id());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    @EventListener
    void drop(GradingErased erased) {
        appeals.drop(erased.before().tenant(), erased.before().id());
    }
}
