package io.evenhand.guard;

import com.ibm.icu.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes the judge's view of an answer: what a reader would see, and nothing else. */
@Component
public class AnswerGuard {

    /** UTF-16 code units, as many as an answer may have. */
    private static final int LONGEST = 20_000;

    /**
     * The answer in composed Unicode without invisible characters and hidden markup, with plain
     * white space, and with addresses, phone numbers and the words of {@code redact} masked.
     * Characters that carry meaning stay as they are.
     */
    public JudgesView view(String answer, List<String> redact) {
        Traced plain = WhiteSpace.plainIn(Markup.removedFrom(plain(answer)));
        List<String> words =
                redact.stream().map(word -> plain(word).text()).filter(w -> !w.isBlank()).toList();
        return new JudgesView(answer, bounded(Redaction.masked(plain, words)));
    }

    /** The same without any mask: for rules, which tell nobody what they read. */
    public String unmasked(String answer) {
        return WhiteSpace.plainIn(Markup.removedFrom(plain(answer))).text();
    }

    /** Masks and composed forms may be longer than what they stand for. */
    private static Traced bounded(Traced text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text.text());
        TracedBuilder cut = new TracedBuilder(text);
        cut.copy(0, graphemes.isBoundary(LONGEST) ? LONGEST : graphemes.preceding(LONGEST));
        return cut.build();
    }

    private static Traced plain(String text) {
        return WhiteSpace.plainIn(Composition.of(Invisibles.removedFrom(Traced.of(text))));
    }
}
