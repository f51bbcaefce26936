package io.evenhand.authoring.preview;

import io.evenhand.grading.GradingId;
import java.util.List;
import java.util.Set;

/** A preview and all of its answers, as they are now. */
public record PreviewState(Preview preview, List<Item> items) {

    public PreviewState {
        items = List.copyOf(items);
    }

    /** As somebody sees it who is not to know what some of the answers got. */
    PreviewState without(Set<GradingId> kept) {
        return new PreviewState(
                preview,
                items.stream()
                        .map(item -> kept.contains(item.grading()) ? item.withheld() : item)
                        .toList());
    }
}
