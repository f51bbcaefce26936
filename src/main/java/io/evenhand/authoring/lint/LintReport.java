package io.evenhand.authoring.lint;

import io.evenhand.grading.Usage;
import io.evenhand.grading.work.DryRun;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lint says of a rubric.
 *
 * @param trials empty where none were asked for
 */
public record LintReport(Subject subject, List<Finding> findings, List<Trial> trials) {

    public LintReport {
        findings = List.copyOf(findings);
        trials = List.copyOf(trials);
    }

    static LintReport of(Subject subject, List<Finding> seen, List<Trial> trials) {
        return new LintReport(
                subject,
                Stream.concat(seen.stream(), TrialFindings.of(trials).stream()).toList(),
                trials);
    }

    /** What the trials took. */
    public Usage usage() {
        return trials.stream().map(trial -> usage(trial.run())).reduce(Usage.NONE, Usage::plus);
    }

    private static Usage usage(DryRun run) {
        return switch (run) {
            case DryRun.Graded(var grade, var _) -> grade.usage();
            case DryRun.Ungraded(var why) -> why.usage();
            case DryRun.NotNow() -> Usage.NONE;
        };
    }
}
