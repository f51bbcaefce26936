package io.evenhand.batch.upload;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchLine;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.Submission;
import io.evenhand.grading.web.SubmissionReader;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import io.evenhand.platform.Violations;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts each line to the checks that a request of its own would meet. */
@Component
class LineChecks {

    private static final int LONGEST_ID = 200;

    private final SubmissionReader submissions;
    private final GradingIds ids;
    private final Clock clock;

    LineChecks(SubmissionReader submissions, GradingIds ids, Clock clock) {
        this.submissions = submissions;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<CheckedLine> check(Batch batch, UploadOptions options, UploadFormat format, RawLine line) {
        if (line.isTooLong()) {
            return Mono.just(rejected(line, Optional.empty(), tooLong()));
        }
        Violations violations = new Violations();
        LineDocument document;
        try {
            document = format.read(line, violations);
        } catch (Refusal refusal) {
            return Mono.just(rejected(line, Optional.empty(), refusal));
        }
        Optional<String> customId = customId(document.customId(), violations);
        return Mono.defer(
                        () ->
                                submissions.read(
                                        batch.tenant(), document.request(options), violations))
                .map(submission -> accepted(batch, line, customId, submission))
                .onErrorResume(
                        Refusal.class, refusal -> Mono.just(rejected(line, customId, refusal)));
    }

    private static Optional<String> customId(@Nullable String given, Violations violations) {
        return Optional.ofNullable(given)
                .filter(
                        id ->
                                violations.require(
                                        !id.isBlank()
                                                && id.length() <= LONGEST_ID
                                                && id.chars().noneMatch(Character::isISOControl),
                                        "/customId",
                                        "has 1 to "
                                                + LONGEST_ID
                                                + " characters, not only blanks, none of them a"
                                                + " control character"));
    }

    private CheckedLine accepted(
            Batch batch, RawLine line, Optional<String> customId, Submission submission) {
        Grading grading =
                Grading.queued(
                        ids.next(),
                        batch.tenant(),
                        Optional.of(batch.id()),
                        submission,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        BatchLine.Fate fate = new BatchLine.Accepted(grading.id());
        return new CheckedLine(
                new BatchLine(line.number(), customId, line.hash(), fate), Optional.of(grading));
    }

    private static CheckedLine rejected(RawLine line, Optional<String> customId, Refusal refusal) {
        String code =
                refusal.code() == ProblemCode.MALFORMED_BODY
                        ? BatchLine.Rejected.MALFORMED
                        : refusal.code().name();
        BatchLine.Fate fate = new BatchLine.Rejected(code, refusal.violations());
        return new CheckedLine(
                new BatchLine(line.number(), customId, line.hash(), fate), Optional.empty());
    }

    private static Refusal tooLong() {
        return new Refusal(
                ProblemCode.MALFORMED_BODY,
                "The line is too long.",
                List.of(Violation.at("", "is longer than " + LineBytes.MOST + " bytes")));
    }
}
