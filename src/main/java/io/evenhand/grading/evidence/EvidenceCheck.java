package io.evenhand.grading.evidence;

import com.ibm.icu.text.Normalizer2;
import io.evenhand.grading.Evidence;
import io.evenhand.guard.JudgesView;
import io.evenhand.guard.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks for a grader's quotes in one answer and gives those that are there as evidence. */
public final class EvidenceCheck {

    /** In UTF-16 code units; what is longer is no quote but a copy. */
    private static final int LONGEST_QUOTE = 1_000;

    /** A grader leaves words out with an ellipsis; then each part is looked for. */
    private static final Pattern ELLIPSIS =
            Pattern.compile("\\s*(?:\\.{3,}|…|\\[\\.{3}]|\\[…])\\s*");

    /** Quotation marks that the grader puts around a quote. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\"'“”„«»‘’]+|[\\s\"'“”„«»‘’]+$");

    private final JudgesView view;
    private final String answer;
    private final Passages passages;
    private final Content content;

    /**
     * @param answer the answer as it was sent, which the view was made from
     */
    public EvidenceCheck(JudgesView view, String answer) {
        this.view = view;
        this.answer = answer;
        this.passages = new Passages(view.text());
        this.content = new Content(view.text());
    }

    /** The passages that a quote stands for; empty if it says nothing or is not all there. */
    public List<Evidence> verify(String quote) {
        String wanted = Normalizer2.getNFCInstance().normalize(quote);
        if (wanted.length() > LONGEST_QUOTE) {
            return List.of();
        }
        String bare = AROUND.matcher(wanted).replaceAll("");
        if (!content.isIn(bare)) {
            return List.of();
        }
        return find(bare).map(List::of).orElseGet(() -> parts(bare));
    }

    private Optional<Evidence> find(String quote) {
        return passages.find(quote).map(this::evidence);
    }

    private List<Evidence> parts(String quote) {
        String[] parts = ELLIPSIS.split(quote);
        List<Evidence> found = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                Optional<Evidence> evidence = find(part);
                if (evidence.isEmpty()) {
                    return List.of();
                }
                found.add(evidence.get());
            }
        }
        return found;
    }

    private Evidence evidence(Span inView) {
        Span span = view.original(inView);
        return new Evidence(span.of(answer), span.start(), span.end());
    }
}
