package io.evenhand.review.item;

import io.evenhand.candidate.appeal.Appeal;
import io.evenhand.grading.Feedback;
import io.evenhand.guard.Flag;
import io.evenhand.platform.Words;
import io.evenhand.review.Stretch;
import io.evenhand.review.Stretches;
import io.evenhand.review.queue.QueueFilter;
import java.util.List;
import java.util.Optional;

/**
 * One answer as its page shows it.
 *
 * @param hidden whether the machine's word is hidden
 * @param candidate the candidate's reference, if it is to be shown
 * @param hasCandidate whether there is one to show
 * @param notice who else has it open
 * @param problems why a decision was not stored
 * @param appealed whether the candidate waits for an answer to an appeal
 * @param dispute two readings that are too far apart, for whoever decides between them, and after
 * @param people whom the answer can be given to, if this reader may give it
 * @param own whether the decision is the reviewer's own, who may take it back
 */
public record ItemView(
        String id,
        long version,
        String status,
        String statusName,
        String question,
        List<String> modelAnswers,
        String passMark,
        List<Stretch> answer,
        List<Flagged> flags,
        List<CriterionView> criteria,
        ScoreView score,
        Written feedback,
        List<WordDiff.Piece> diff,
        String why,
        String grader,
        boolean hidden,
        Optional<String> candidate,
        boolean hasCandidate,
        Optional<String> notice,
        List<String> problems,
        Optional<Decided> decided,
        boolean own,
        boolean asked,
        Optional<String> flaggedBy,
        Optional<String> assignee,
        List<Event> history,
        List<String> followUps,
        List<Appealed> appeals,
        boolean appealed,
        Optional<Dispute> dispute,
        boolean leads,
        List<String> people,
        String me,
        QueueFilter filter) {

    /** What a candidate has against a grade, and what came of it. */
    public record Appealed(String at, String reason, String outcome) {

        static Appealed of(Appeal appeal, String at) {
            return new Appealed(
                    at,
                    Stretches.readable(appeal.reason()),
                    appeal.decision()
                            .map(
                                    what ->
                                            what.changed()
                                                    ? "the score was changed"
                                                    : "the score was kept")
                            .orElse("open"));
        }
    }

    /** Feedback as the editor holds it: a line for each strength and improvement. */
    public record Written(String summary, String strengths, String improvements) {

        static Written of(Feedback feedback) {
            Feedback plain = DecisionForm.normal(feedback);
            return new Written(
                    plain.summary(),
                    String.join("\n", plain.strengths()),
                    String.join("\n", plain.improvements()));
        }
    }

    /** A flag; its words are empty if it is about the whole answer. */
    public record Flagged(String name, String detail, String words) {

        private static final int LONGEST = 160;

        static Flagged of(Flag flag, String answer) {
            boolean whole = flag.end() - flag.start() >= answer.length();
            return new Flagged(
                    Words.of(flag.code()),
                    flag.detail(),
                    whole
                            ? ""
                            : Stretches.readable(
                                    Words.cut(
                                            answer.substring(flag.start(), flag.end()), LONGEST)));
        }
    }

    /** What a person decided, and what the machine had said. */
    public record Decided(
            String reviewer, String at, String reason, String score, String machineScore) {}

    /** A line of the history. */
    public record Event(
            String at, String what, String who, String status, String score, String grader) {}

    /** The score that the choices come to. */
    public record ScoreView(
            String score, String maxScore, String percentage, int open, Optional<String> machine) {}
}
