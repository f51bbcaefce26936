package io.evenhand.review.item;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import io.evenhand.grading.Feedback;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a person changed in the machine's words, word by word. */
final class WordDiff {

    /** Of both texts together; past it a comparison takes too long to be shown while one types. */
    private static final int MOST_WORDS = 2_000;

    private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    private WordDiff() {}

    static List<Piece> of(Feedback machine, Feedback human) {
        return of(text(machine), text(human));
    }

    /** Empty if nothing was changed, or if the texts are too long to compare. */
    static List<Piece> of(String before, String after) {
        List<String> old = List.of(WORDS.split(before));
        List<String> now = List.of(WORDS.split(after));
        if (before.equals(after) || old.size() + now.size() > MOST_WORDS) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            add(pieces, "same", old.subList(from, delta.getSource().getPosition()));
            add(pieces, "del", delta.getSource().getLines());
            add(pieces, "ins", delta.getTarget().getLines());
            from = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, "same", old.subList(from, old.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, String kind, List<String> words) {
        String text = String.join("", words);
        if (text.isEmpty()) {
            return;
        }
        // what was there comes before what took its place
        boolean late =
                kind.equals("del") && !pieces.isEmpty() && pieces.getLast().kind().equals("ins");
        pieces.add(late ? pieces.size() - 1 : pieces.size(), new Piece(kind, text));
    }

    private static String text(Feedback feedback) {
        List<String> parts = new ArrayList<>();
        parts.add(feedback.summary());
        feedback.strengths().forEach(line -> parts.add("+ " + line));
        feedback.improvements().forEach(line -> parts.add("→ " + line));
        return String.join("\n", parts).strip();
    }

    /**
     * Some words.
     *
     * @param kind {@code same}, {@code del} or {@code ins}
     */
    public record Piece(String kind, String text) {}
}
