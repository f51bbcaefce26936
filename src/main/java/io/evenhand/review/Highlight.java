package io.evenhand.review;

import io.evenhand.grading.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A stretch of an answer as the page shows it: evidence for something, or not. */
public record Highlight(String text, boolean evidence) {

    /** Cuts an answer where evidence begins or ends. */
    static List<Highlight> of(String answer, List<Evidence> evidence) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, answer.length()));
        evidence.forEach(
                passage -> {
                    cuts.add(passage.start());
                    cuts.add(passage.end());
                });
        List<Highlight> parts = new ArrayList<>();
        int start = cuts.pollFirst();
        for (int end : cuts) {
            int from = start;
            boolean marked = evidence.stream().anyMatch(e -> e.start() <= from && end <= e.end());
            parts.add(new Highlight(answer.substring(start, end), marked));
            start = end;
        }
        return parts;
    }
}
