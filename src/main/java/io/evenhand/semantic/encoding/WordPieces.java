package io.evenhand.semantic.encoding;

import io.evenhand.guard.FunctionWords;
import java.util.Locale;

/**
 * How much a word piece says: rare words much, stop words little, punctuation nothing.
 *
 * <p>BERT's vocabulary is ordered by frequency, so that a piece's place in it tells how rare it is
 * and no table of frequencies is needed.
 */
public final class WordPieces {

    static final double STOP_WORD = .05;

    /** Of the pieces of a broken-up word, and of single letters and digits. */
    static final double PART = .6;

    /** Size of BERT's vocabulary, and its first id that is a whole word ("the"). */
    private static final int VOCABULARY = 30_522;

    private static final int FIRST_WORD = 1_996;

    private static final double RAREST = Math.log(VOCABULARY - FIRST_WORD);

    private final FunctionWords stopWords;

    public WordPieces(FunctionWords stopWords) {
        this.stopWords = stopWords;
    }

    /** 0 to 1. */
    double weight(String piece, long id) {
        String word = piece.toLowerCase(Locale.ROOT);
        if (word.chars().noneMatch(Character::isLetterOrDigit)) {
            return 0;
        }
        if (stopWords.contains(word)) {
            return STOP_WORD;
        }
        if (word.startsWith("##") || id < FIRST_WORD) {
            return PART;
        }
        return Math.log(1 + id - FIRST_WORD) / RAREST;
    }
}
