package io.evenhand.grading.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.turns.Urgency;
import io.evenhand.grading.Assignment;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Submission;
import io.evenhand.grading.Work;
import io.evenhand.guard.AnswerGuard;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import io.evenhand.question.RubricSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkHashesTests {

    private static final String OTHER_KEY = "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final List<String> BASIS = List.of("grade/2", "some-model", "Noise.");

    private final WorkHashes hashes = CourtRoom.hashes(CourtRoom.KEY);

    @Test
    void theSameWorkHasTheSameHashesWhoeverItIsFor() {
        Assignment one = assignment(Samples.TENANT, Samples.rubric(), "Noise.");
        Assignment two =
                assignment(Samples.TENANT, Samples.rubric(), "Noise.")
                        .withDeadline(Samples.NOW.plus(Duration.ofDays(1)));

        assertThat(hashes.of(one, BASIS)).isEqualTo(hashes.of(two, BASIS));
        assertThat(CourtRoom.hashes(CourtRoom.KEY).of(one, BASIS)).isEqualTo(hashes.of(two, BASIS));
    }

    @Test
    void whateverDiffersMakesItOtherWork() {
        Rubric worthMore =
                new Rubric(List.of(Criterion.of("noise", "Says that it fits noise", Points.of(5))));
        Rubric named =
                new Rubric(List.of(Criterion.of("nOise", "Says that it fits noise", Points.of(5))));
        Assignment plain = assignment(Samples.TENANT, Samples.rubric(), "Noise.");
        List<Work> all =
                List.of(
                        hashes.of(plain, BASIS),
                        hashes.of(plain, List.of("grade/2", "some-modelNoise.")),
                        hashes.of(plain, List.of("grade/2some-model", "Noise.")),
                        hashes.of(
                                assignment(new TenantId("rival"), Samples.rubric(), "Noise."),
                                BASIS),
                        hashes.of(assignment(Samples.TENANT, worthMore, "Noise."), BASIS),
                        hashes.of(assignment(Samples.TENANT, named, "Noise."), BASIS),
                        CourtRoom.hashes(OTHER_KEY).of(plain, BASIS));

        Set<Object> distinct = new HashSet<>();
        all.forEach(work -> distinct.add(work.hash()));
        assertThat(distinct).hasSameSizeAs(all);
    }

    /** Halves of surrogate pairs would all be a question mark in UTF-8. */
    @Test
    void answersThatDifferInWhatNoCharsetHoldsDiffer() {
        Assignment one = assignment(Samples.TENANT, Samples.rubric(), "x\uD800");
        Assignment two = assignment(Samples.TENANT, Samples.rubric(), "x\uD801");

        assertThat(hashes.of(one, List.of("x\uD800")).hash())
                .isNotEqualTo(hashes.of(two, List.of("x\uD801")).hash());
        assertThat(hashes.of(one, BASIS).answer()).isNotEqualTo(hashes.of(two, BASIS).answer());
    }

    @Test
    void anAnswerIsFoundAgainByWhatTheJudgeSawOfIt() {
        Submission submission = Samples.submission("Jane Doe: noi\u200Bse.");
        String view = new AnswerGuard().view(submission.answer(), submission.redact()).text();
        Assignment seen = assignment(Samples.TENANT, Samples.rubric(), view);

        assertThat(view).isNotEqualTo(submission.answer());
        assertThat(hashes.answer(Samples.TENANT, submission))
                .isEqualTo(hashes.of(seen, BASIS).answer());
        assertThat(hashes.answer(new TenantId("rival"), submission))
                .isNotEqualTo(hashes.of(seen, BASIS).answer());
    }

    @Test
    void theKeyIsNamedAndNotShown() {
        String keyId = hashes.answer(Samples.TENANT, Samples.submission("Noise.")).keyId();

        assertThat(keyId).matches("[0-9a-f]{16}");
        assertThat(CourtRoom.hashes(OTHER_KEY).answer(Samples.TENANT, Samples.submission("Noise.")))
                .extracting(hash -> hash.keyId().equals(keyId))
                .isEqualTo(false);
    }

    private static Assignment assignment(TenantId tenant, Rubric rubric, String answer) {
        return new Assignment(
                new GradingIds().next(),
                tenant,
                Samples.question(),
                rubric,
                RubricSource.GIVEN,
                answer,
                Optional.empty(),
                Optional.empty(),
                Samples.NOW,
                Urgency.INTERACTIVE);
    }
}
