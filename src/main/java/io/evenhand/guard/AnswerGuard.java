package io.evenhand.guard;

import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the judge's view of an answer: what a reader would see, and nothing else. */
@Component
public class AnswerGuard {

    /**
     * The answer in composed Unicode without invisible characters, with plain white space and with
     * the words of {@code redact} masked. Characters that carry meaning stay as they are.
     */
    public JudgesView view(String answer, List<String> redact) {
        Traced plain = plain(answer);
        List<String> words =
                redact.stream().map(word -> plain(word).text()).filter(w -> !w.isBlank()).toList();
        return new JudgesView(answer, Redaction.masked(plain, words));
    }

    private static Traced plain(String text) {
        return WhiteSpace.plainIn(Composition.of(Invisibles.removedFrom(Traced.of(text))));
    }
}
