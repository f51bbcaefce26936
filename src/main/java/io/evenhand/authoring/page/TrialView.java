package io.evenhand.authoring.page;

import io.evenhand.grading.Cost;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Provenance;
import io.evenhand.grading.Transcript;
import io.evenhand.grading.Usage;
import io.evenhand.grading.work.DryRun;
import io.evenhand.guard.Flag;
import io.evenhand.platform.Words;
import io.evenhand.review.Stretch;
import io.evenhand.review.Stretches;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a try came to, ready to print.
 *
 * @param graded empty if there is no grade
 * @param none why there is none; empty if there is one
 * @param by who graded it, in a sentence
 * @param calls what was sent to models
 */
public record TrialView(
        List<Stretch> answer,
        Optional<Graded> graded,
        String none,
        List<Flagged> flags,
        String by,
        Effort effort,
        List<Transcript.Call> calls) {

    static TrialView of(String answer, DryRun run, Transcript transcript, Duration took) {
        return switch (run) {
            case DryRun.Graded(Grade grade, List<Flag> flags) ->
                    new TrialView(
                            marked(answer, grade, flags),
                            Optional.of(Graded.of(grade)),
                            "",
                            flags.stream().map(flag -> Flagged.of(flag, answer)).toList(),
                            by(grade.grader()),
                            Effort.of(grade.grader(), grade.usage(), took),
                            transcript.calls());
            case DryRun.Ungraded(NoGrade why) ->
                    without(
                            answer,
                            "No grade: " + Words.of(why.reason()) + ".",
                            by(why.grader()),
                            Effort.of(why.grader(), why.usage(), took),
                            transcript);
            case DryRun.NotNow() ->
                    without(
                            answer,
                            "Nobody had time for it. Try again in a moment.",
                            "",
                            new Effort("", "", "", "", took.toMillis() + " ms"),
                            transcript);
        };
    }

    private static TrialView without(
            String answer, String why, String by, Effort effort, Transcript transcript) {
        return new TrialView(
                new Stretches(answer).cut(),
                Optional.empty(),
                why,
                List.of(),
                by,
                effort,
                transcript.calls());
    }

    private static List<Stretch> marked(String answer, Grade grade, List<Flag> flags) {
        Stretches stretches = new Stretches(answer);
        IntStream.range(0, grade.criteria().size())
                .forEach(
                        i ->
                                grade.criteria()
                                        .get(i)
                                        .verdict()
                                        .passages()
                                        .forEach(
                                                passage ->
                                                        stretches.evidence(
                                                                i + 1,
                                                                passage.start(),
                                                                passage.end())));
        flags.forEach(flag -> stretches.flag(Words.of(flag.code()), flag.start(), flag.end()));
        return stretches.cut();
    }

    private static String by(Provenance grader) {
        String fallback = grader.fallbackReason().map(Words::of).orElse("");
        return switch (grader.kind()) {
            case LLM -> "Graded by the model " + grader.model().orElse("?") + ".";
            case SEMANTIC ->
                    "Graded by the in-process grader, since no model could be had ("
                            + fallback
                            + "): what it says rests on how near the wording is. The passages that"
                            + " mattered to it are marked.";
            default -> "Graded by rule; no model was asked.";
        };
    }

    /** A grade, as far as the page shows it. */
    public record Graded(
            String score,
            String maxScore,
            String percentage,
            String range,
            String confidence,
            List<String> reasons,
            List<Line> criteria,
            Feedback feedback) {

        static Graded of(Grade grade) {
            return new Graded(
                    Words.plain(grade.score().value()),
                    Words.plain(grade.maxScore().value()),
                    Words.plain(grade.percentage()) + " %",
                    grade.scoreRange().min().equals(grade.scoreRange().max())
                            ? ""
                            : Words.plain(grade.scoreRange().min().value())
                                    + "–"
                                    + Words.plain(grade.scoreRange().max().value()),
                    Words.percent(grade.confidence()),
                    grade.reviewReasons().stream().map(Words::of).toList(),
                    IntStream.range(0, grade.criteria().size())
                            .mapToObj(i -> Line.of(i + 1, grade.criteria().get(i)))
                            .toList(),
                    grade.feedback());
        }
    }

    /** What became of a criterion. */
    public record Line(
            int place,
            String id,
            String verdict,
            String verdictName,
            String points,
            String maxPoints,
            String level,
            String confidence,
            String reason,
            List<String> quotes) {

        static Line of(int place, CriterionGrade grade) {
            return new Line(
                    place,
                    grade.id(),
                    Words.of(grade.verdict().label()),
                    grade.verdict().label(),
                    grade.verdict().earned().map(points -> Words.plain(points.value())).orElse("–"),
                    Words.plain(grade.maxPoints().value()),
                    grade.level().orElse(""),
                    Words.percent(grade.confidence()),
                    grade.reason(),
                    grade.verdict().passages().stream()
                            .map(Evidence::quote)
                            .map(Stretches::readable)
                            .toList());
        }
    }

    /** A flag, with the words that it is about. */
    public record Flagged(String name, String detail) {

        static Flagged of(Flag flag, String answer) {
            return new Flagged(Words.of(flag.code()), flag.detail());
        }
    }

    /** What it took. */
    public record Effort(String prompt, String calls, String tokens, String cost, String took) {

        static Effort of(Provenance grader, Usage usage, Duration took) {
            return new Effort(
                    grader.prompt().orElse(""),
                    grader.kind() == GraderKind.LLM || grader.attempts() > 0
                            ? grader.attempts() + (grader.attempts() == 1 ? " call" : " calls")
                            : "",
                    usage.isNone()
                            ? ""
                            : usage.inputTokens() + " tokens in, " + usage.outputTokens() + " out",
                    usage.cost().map(Effort::money).orElse(""),
                    took.toMillis() + " ms");
        }

        private static String money(Cost cost) {
            return Words.plain(cost.amount()) + " " + cost.currency();
        }
    }
}
