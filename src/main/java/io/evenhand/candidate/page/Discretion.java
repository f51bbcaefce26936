package io.evenhand.candidate.page;

import io.evenhand.grading.Feedback;
import io.evenhand.grading.Submission;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Leaves out of feedback what repeats the rubric or a model answer: whole sentences, since half of
 * one may turn its meaning. What stands in the question or in the candidate's own answer as well
 * gives nothing away.
 */
final class Discretion {

    /** Words in a row that nobody writes by chance. */
    private static final int TELLING = 5;

    private static final int SHORTEST = 2;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Set<String> secrets = new HashSet<>();

    Discretion(Submission submission) {
        Stream<String> criteria =
                submission.rubric().criteria().stream().flatMap(Discretion::texts);
        Stream.concat(criteria, submission.question().modelAnswers().stream())
                .map(Discretion::words)
                .forEach(this::keep);
        Stream.of(submission.question().text(), submission.answer())
                .map(Discretion::words)
                .forEach(this::release);
    }

    private static Stream<String> texts(Criterion criterion) {
        return Stream.concat(
                Stream.of(criterion.description()), criterion.levels().stream().map(Level::label));
    }

    /** A short text is telling as a whole; a word alone never is. */
    private void keep(List<String> words) {
        if (words.size() >= SHORTEST) {
            secrets.addAll(runs(words, Math.min(TELLING, words.size())));
        }
    }

    private void release(List<String> words) {
        for (int length = SHORTEST; length <= TELLING; length++) {
            secrets.removeAll(runs(words, length));
        }
    }

    Feedback of(Feedback feedback) {
        return new Feedback(
                said(feedback.summary()),
                feedback.strengths().stream().map(this::said).filter(s -> !s.isEmpty()).toList(),
                feedback.improvements().stream()
                        .map(this::said)
                        .filter(s -> !s.isEmpty())
                        .toList());
    }

    private String said(String text) {
        StringBuilder kept = new StringBuilder();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int from = sentences.first();
        for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
            String sentence = text.substring(from, to);
            if (!tells(words(sentence))) {
                kept.append(sentence);
            }
            from = to;
        }
        return kept.toString().strip();
    }

    private boolean tells(List<String> words) {
        for (int length = SHORTEST; length <= TELLING; length++) {
            if (runs(words, length).stream().anyMatch(secrets::contains)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> runs(List<String> words, int length) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i + length <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + length)));
        }
        return runs;
    }
}
