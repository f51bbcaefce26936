package io.evenhand.authoring.web;

import io.evenhand.authoring.preview.Item;
import io.evenhand.authoring.preview.Preview;
import io.evenhand.authoring.preview.PreviewState;
import io.evenhand.authoring.preview.PreviewStatus;
import io.evenhand.authoring.preview.Sample;
import io.evenhand.authoring.preview.Summary;
import io.evenhand.grading.web.UsageView;
import io.evenhand.question.QuestionRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A preview as clients see it.
 *
 * @param version of the question that was tried; null for a rubric that came with the request
 * @param items who moves most comes first
 * @param usage what grading them took
 */
record PreviewView(
        String id,
        PreviewStatus status,
        String questionId,
        @Nullable Integer version,
        Sample sample,
        SummaryView summary,
        List<PreviewItemView> items,
        UsageView usage,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant appliedAt,
        @Nullable String appliedBy) {

    static PreviewView of(PreviewState state) {
        Preview preview = state.preview();
        Summary summary = Summary.of(state.items());
        return new PreviewView(
                preview.id().value(),
                preview.status(),
                preview.questionId(),
                version(preview),
                preview.target().sample(),
                SummaryView.of(summary),
                state.items().stream()
                        .sorted(Comparator.comparing(PreviewView::distance).reversed())
                        .map(PreviewItemView::of)
                        .toList(),
                UsageView.of(summary.usage()),
                preview.createdAt(),
                preview.finishedAt().orElse(null),
                preview.appliedAt().orElse(null),
                preview.appliedBy().orElse(null));
    }

    private static @Nullable Integer version(Preview preview) {
        return preview.target().inline()
                ? null
                : preview.target().question().ref().map(QuestionRef::version).orElse(null);
    }

    /** What is not compared moves nowhere. */
    private static BigDecimal distance(Item item) {
        return item.comparison()
                .flatMap(comparison -> comparison.change())
                .map(BigDecimal::abs)
                .orElse(BigDecimal.ONE.negate());
    }
}
