package io.evenhand.interviews.page;

import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.LevelResult;
import io.evenhand.interviews.result.Paper;
import io.evenhand.platform.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One candidate's page over an interview, ready to print.
 *
 * @param caveat what is not to be taken for final, in a sentence; empty if all is
 * @param level the highest that was reached
 */
public record CandidateSheet(
        String name,
        String answer,
        Bar total,
        String passMark,
        double passAt,
        String outcome,
        String outcomeName,
        String caveat,
        String level,
        List<Part> levels,
        List<Part> skills,
        List<QuestionRow> questions) {

    static CandidateSheet of(Paper paper, CandidateResult result, Showing showing) {
        return new CandidateSheet(
                showing.of(result.candidate()),
                Line.answer(result).value(),
                Bar.of(result.total()),
                Words.plain(paper.interview().passMark()) + " %",
                paper.interview().passMark().doubleValue(),
                ResultWords.outcome(result.outcome(), result.certain()),
                result.outcome().name().toLowerCase(Locale.ROOT),
                new Caveat(result).sentence(),
                result.level().map(Words::of).orElse("none yet"),
                result.levels().stream().map(CandidateSheet::level).toList(),
                result.skills().stream()
                        .map(s -> new Part(s.skill(), Bar.of(s.tally()), counts(s.tally())))
                        .toList(),
                result.questions().stream().map(QuestionRow::of).toList());
    }

    private static Part level(LevelResult level) {
        String reached =
                level.reached().map(yes -> yes ? "reached" : "not reached").orElse("still open");
        return new Part(Words.of(level.level()), Bar.of(level.tally()), reached);
    }

    private static String counts(io.evenhand.interviews.result.Tally tally) {
        String graded = tally.usable() + " of " + tally.questions() + " graded";
        return tally.provisional() == 0
                ? graded
                : graded + ", " + tally.provisional() + " provisional";
    }

    /** A skill or a level. */
    public record Part(String name, Bar bar, String note) {}

    /** Says what keeps a result from being final. */
    private record Caveat(CandidateResult result) {

        String sentence() {
            if (result.certain()) {
                return "";
            }
            int provisional = result.total().provisional();
            int open = result.toCome().size() - provisional;
            int review = result.toReview().size();
            String parts =
                    java.util.stream.Stream.of(
                                    part(open, "question has no grade", "questions have no grade"),
                                    part(
                                            provisional,
                                            "grade is provisional",
                                            "grades are provisional"),
                                    part(
                                            review,
                                            "answer waits for a person",
                                            "answers wait for a person"))
                            .flatMap(Optional::stream)
                            .collect(java.util.stream.Collectors.joining(", "));
            return parts.isEmpty()
                    ? "Not final: the score range reaches across the pass mark."
                    : "Not final: " + parts + ".";
        }

        private static Optional<String> part(int count, String one, String many) {
            return count == 0 ? Optional.empty() : Optional.of(Words.count(count, one, many));
        }
    }
}
