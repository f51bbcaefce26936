package io.evenhand.interviews.web;

import io.evenhand.interviews.Interview;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An interview as clients see it. */
public record InterviewView(
        String id,
        int version,
        String title,
        @Nullable String description,
        BigDecimal passMark,
        List<ItemView> questions) {

    static InterviewView of(Interview interview) {
        return new InterviewView(
                interview.id(),
                interview.version(),
                interview.title(),
                interview.description().orElse(null),
                interview.passMark(),
                interview.items().stream()
                        .map(item -> new ItemView(item.questionId(), item.weight()))
                        .toList());
    }

    /** A question of an interview, by its id in the bank. */
    public record ItemView(String id, BigDecimal weight) {}
}
