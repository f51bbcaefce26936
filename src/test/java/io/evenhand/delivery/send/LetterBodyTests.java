package io.evenhand.delivery.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.EndpointId;
import io.evenhand.delivery.EventType;
import io.evenhand.delivery.MessageId;
import io.evenhand.delivery.Subject;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.Review;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Selection;
import io.evenhand.grading.UngradedReason;
import io.evenhand.grading.Verdict;
import io.evenhand.guard.Flag;
import io.evenhand.question.Points;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a receiver reads tells nothing of the answer unless it asked for it. */
class LetterBodyTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final LetterBody bodies = new LetterBody(JSON);

    @Test
    void quotesNothingWhoeverWroteIt() {
        String body = body(false);

        assertThat(body).doesNotContainIgnoringCase("memorises").contains("false");
        JsonNode feedback = JSON.readTree(body).at("/data/feedback");
        assertThat(feedback.at("/summary").asString())
                .isEqualTo("You say \"[...]\", which is half of it.");
        assertThat(feedback.at("/strengths/0").asString()).isEqualTo("[...]? Well seen.");
        assertThat(feedback.at("/improvements/0").asString()).isEqualTo("Say what the noise is.");
    }

    @Test
    void keepsEveryWordForAnEndpointThatAskedForTheAnswer() {
        assertThat(JSON.readTree(body(true)).at("/data/feedback/strengths/0").asString())
                .isEqualTo("IT MEMORISES -- the noise? Well seen.");
    }

    @Test
    void quotesNothingOfWhatTheMachineSaidOnceAPersonDecided() {
        String body = body(reviewed(), false);

        assertThat(body).doesNotContain("\"quote\"").doesNotContainIgnoringCase("memorises");
        JsonNode machine = JSON.readTree(body).at("/data/machine");
        assertThat(machine.at("/criteria/0/reason").asString()).isEqualTo("[...], it says.");
        assertThat(machine.at("/criteria/0/evidence/0/start").asInt()).isEqualTo(3);
        assertThat(machine.at("/feedback/strengths/0").asString()).isEqualTo("[...]? Well seen.");
    }

    @Test
    void quotesNothingOfWhatAPersonSaid() {
        JsonNode data = JSON.readTree(body(reviewed(), false)).at("/data");

        assertThat(data.at("/review/reason").asString()).isEqualTo("Says [...], no more.");
        assertThat(data.at("/feedback/summary").asString()).isEqualTo("It [...] is right.");
        assertThat(data.at("/review/reviewer").asString()).isEqualTo("key:teacher");
    }

    @Test
    void repeatsNoThreeWordsOfTheAnswerWhereverTheyStand() {
        String words = body(reviewed(), false).toLowerCase(Locale.ROOT).replaceAll("\\W+", " ");

        assertThat(words).doesNotContain("it memorises the", "memorises the noise");
    }

    @Test
    void masksWhatOnlyTheMachineQuotedInWhatAPersonSaid() {
        Review by = by("A mere \"noise.\" of it");
        CriterionGrade quoting = met(new Evidence("noise.", 17, 23), "So.");
        Grade machine = said(List.of(quoting), Samples.byModel().feedback());

        assertThat(reason(graded(machine).reviewed(withoutCriteria(), by)))
                .isEqualTo("A mere \"[...]\" of it");
    }

    @Test
    void masksWhatAPersonSaidWhereTheMachineHadNoGrade() {
        Grading ungraded =
                Samples.queued()
                        .claimed(Samples.NOW)
                        .ungraded(
                                Samples.noGrade(UngradedReason.NEEDS_MODEL),
                                List.of(),
                                Optional.empty(),
                                Samples.NOW);

        assertThat(reason(ungraded.reviewed(withoutCriteria(), by("It memorises the noise."))))
                .isEqualTo("[...].");
        assertThat(body(ungraded.reviewed(withoutCriteria(), by(Optional.empty())), false))
                .contains("\"reason\":null");
    }

    @Test
    void keepsEveryWordOfAReviewForAnEndpointThatAskedForTheAnswer() {
        JsonNode data = JSON.readTree(body(reviewed(), true)).at("/data");

        assertThat(data.at("/review/reason").asString())
                .isEqualTo("Says memorises the noise, no more.");
        assertThat(data.at("/machine/criteria/0/evidence/0/quote").asString())
                .isEqualTo("memorises the noise");
    }

    private static Grading graded() {
        return graded(
                said(
                        Samples.byModel().criteria(),
                        new Feedback(
                                "You say \"memorises the noise\", which is half of it.",
                                List.of("IT MEMORISES -- the noise? Well seen."),
                                List.of("Say what the noise is."))));
    }

    private static Grading graded(Grade grade) {
        return Samples.queued()
                .claimed(Samples.NOW)
                .graded(
                        grade,
                        List.of(Samples.flag(Flag.Code.HEDGING)),
                        Optional.empty(),
                        Samples.NOW);
    }

    /** Both the machine and the person repeat the answer. */
    private static Grading reviewed() {
        Evidence found = new Evidence("memorises the noise", 3, 22);
        Grade machine =
                said(
                        List.of(met(found, "Memorises the noise, it says.")),
                        graded().grade().orElseThrow().feedback());
        Grade decided =
                said(
                        List.of(met(found, "A person decided.")),
                        new Feedback("It memorises the noise is right.", List.of(), List.of()));
        return graded(machine).reviewed(decided, by("Says memorises the noise, no more."));
    }

    private static Review by(String reason) {
        return by(Optional.of(reason));
    }

    private static Review by(Optional<String> reason) {
        return Review.by("key:teacher", reason, Samples.NOW, Selection.REASON);
    }

    private static CriterionGrade met(Evidence found, String reason) {
        return new CriterionGrade(
                "noise",
                new Verdict.Met(Points.of(4), List.of(found)),
                Optional.empty(),
                Points.of(4),
                reason,
                0.9,
                1,
                1);
    }

    private static Grade withoutCriteria() {
        return said(List.of(), Samples.byModel().feedback());
    }

    private static Grade said(List<CriterionGrade> criteria, Feedback feedback) {
        Grade grade = Samples.byModel();
        return new Grade(
                grade.score(),
                grade.maxScore(),
                grade.scoreRange(),
                criteria,
                feedback,
                List.of("Why memorises the noise?"),
                grade.confidence(),
                grade.confidenceBasis(),
                grade.grader(),
                grade.usage(),
                grade.reviewReasons());
    }

    private String reason(Grading grading) {
        return JSON.readTree(body(grading, false)).at("/data/review/reason").asString();
    }

    private String body(boolean includeAnswer) {
        return body(graded(), includeAnswer);
    }

    private String body(Grading graded, boolean includeAnswer) {
        Delivery delivery =
                Delivery.due(
                        Samples.TENANT,
                        EndpointId.next(),
                        MessageId.next(),
                        EventType.GRADING_COMPLETED,
                        new Subject.OneGrading(graded.id(), 1),
                        Instant.EPOCH);
        return bodies.write(delivery, new Content.OfGrading(graded), includeAnswer);
    }
}
