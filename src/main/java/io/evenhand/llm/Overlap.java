package io.evenhand.llm;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.evenhand.grading.Assignment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts out of feedback what a model answer says word for word. What the candidate or the question
 * says too may stay: it gives nothing away.
 */
final class Overlap {

    /** Words in a row from which on a repetition is no accident. */
    private static final int WORDS = 8;

    private static final String CUT = "…";

    private final Set<List<String>> secrets = new HashSet<>();

    Overlap(Assignment assignment) {
        this(
                assignment.question().modelAnswers(),
                List.of(assignment.answer(), assignment.question().text()));
    }

    Overlap(Collection<String> modelAnswers, Collection<String> known) {
        modelAnswers.forEach(text -> secrets.addAll(runs(words(text))));
        known.forEach(text -> secrets.removeAll(new HashSet<>(runs(words(text)))));
    }

    String cut(String feedback) {
        List<Word> words = words(feedback);
        BitSet hidden = hidden(runs(words));
        StringBuilder kept = new StringBuilder();
        int from = 0;
        for (int i = hidden.nextSetBit(0); i >= 0; i = hidden.nextSetBit(i)) {
            int past = hidden.nextClearBit(i);
            kept.append(feedback, from, words.get(i).start()).append(CUT);
            from = words.get(past - 1).end();
            i = past;
        }
        return kept.append(feedback.substring(from)).toString();
    }

    /** Which words are part of a run that gives something away. */
    private BitSet hidden(List<List<String>> runs) {
        BitSet hidden = new BitSet();
        for (int i = 0; i < runs.size(); i++) {
            if (secrets.contains(runs.get(i))) {
                hidden.set(i, i + WORDS);
            }
        }
        return hidden;
    }

    private static List<List<String>> runs(List<Word> words) {
        List<String> folded = words.stream().map(Word::folded).toList();
        List<List<String>> runs = new ArrayList<>();
        for (int i = 0; i + WORDS <= folded.size(); i++) {
            runs.add(folded.subList(i, i + WORDS));
        }
        return runs;
    }

    private static List<Word> words(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text);
        List<Word> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
                String folded = text.substring(start, end).toLowerCase(Locale.ROOT);
                words.add(new Word(start, end, folded));
            }
            start = end;
        }
        return words;
    }

    private record Word(int start, int end, String folded) {}
}
