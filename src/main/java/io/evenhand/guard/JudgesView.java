package io.evenhand.guard;

import com.ibm.icu.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** An answer as the judge sees it, with the way back to the original. */
public final class JudgesView {

    private final Traced view;

    /** Where the original's graphemes begin, and its length: rising, at least one entry. */
    private final int[] graphemes;

    JudgesView(String original, Traced view) {
        this.view = view;
        this.graphemes = graphemesOf(original);
    }

    public String text() {
        return view.text();
    }

    /** The text with the way back of each unit, which may split what a reader sees as one. */
    public Traced traced() {
        return view;
    }

    /** A stretch of the original, widened where it would split what a reader sees as one. */
    public Span whole(Span inOriginal) {
        return new Span(floor(inOriginal.start()), ceiling(inOriginal.end()));
    }

    /** Whether nothing visible is left. */
    public boolean isBlank() {
        return view.text().isBlank();
    }

    /**
     * The stretch of the original that a stretch of the view was made from, in UTF-16 units;
     * widened where it would split what a reader sees as one character.
     */
    public Span original(Span inView) {
        if (inView.end() > view.length()) {
            throw new IndexOutOfBoundsException("the span leaves the view");
        }
        if (inView.start() == inView.end()) {
            int at = floor(inView.start() == view.length() ? last() : startOf(inView.start()));
            return new Span(at, at);
        }
        return new Span(floor(startOf(inView.start())), ceiling(view.ends()[inView.end() - 1]));
    }

    private int startOf(int unit) {
        return view.starts()[unit];
    }

    private int last() {
        return graphemes[graphemes.length - 1];
    }

    private int floor(int offset) {
        int found = Arrays.binarySearch(graphemes, offset);
        return graphemes[found >= 0 ? found : -found - 2];
    }

    private int ceiling(int offset) {
        int found = Arrays.binarySearch(graphemes, offset);
        return graphemes[found >= 0 ? found : -found - 1];
    }

    private static int[] graphemesOf(String text) {
        BreakIterator iterator = BreakIterator.getCharacterInstance(Locale.ROOT);
        iterator.setText(text);
        IntStream.Builder boundaries = IntStream.builder();
        for (int at = iterator.first(); at != BreakIterator.DONE; at = iterator.next()) {
            boundaries.add(at);
        }
        return boundaries.build().toArray();
    }
}
