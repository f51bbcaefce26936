package io.evenhand.grading.precedent;

import io.evenhand.grading.AnswerHash;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingErased;
import io.evenhand.grading.GradingMoved;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.Precedents;
import io.evenhand.grading.Submission;
import io.evenhand.grading.Verdict;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Points;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Drops what models said of an answer: when a person says otherwise, and when it is erased. */
@Component
public class Retractions {

    private final Precedents precedents;
    private final WorkHashes hashes;

    Retractions(Precedents precedents, WorkHashes hashes) {
        this.precedents = precedents;
        this.hashes = hashes;
    }

    /** In the transaction that stores the decision. */
    @EventListener
    void overruled(GradingMoved moved) {
        Grading after = moved.after();
        if (after.status() == GradingStatus.REVIEWED && isOverruled(after)) {
            ofAnswer(after.tenant(), after.submission());
        }
    }

    /** In the transaction that erases the answer. */
    @EventListener
    void erased(GradingErased erased) {
        ofAnswer(erased.before().tenant(), erased.before().submission());
    }

    /**
     * It blocks.
     *
     * @return how many judgements were dropped
     */
    public int ofAnswer(TenantId tenant, Submission submission) {
        return precedents.forget(hash(tenant, submission));
    }

    /** Without a key it may be any of the tenant's, so it is all of them. */
    private AnswerHash hash(TenantId tenant, Submission submission) {
        try {
            return hashes.answer(tenant, submission);
        } catch (UncheckedIOException e) {
            return new AnswerHash(tenant, Sha256.of(""), "");
        }
    }

    private static boolean isOverruled(Grading reviewed) {
        return !points(reviewed.grade()).equals(points(reviewed.machineGrade()));
    }

    private static List<Optional<Points>> points(Optional<Grade> grade) {
        return grade.map(Grade::criteria).orElse(List.of()).stream()
                .map(CriterionGrade::verdict)
                .map(Verdict::earned)
                .toList();
    }
}
