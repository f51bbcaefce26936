package io.evenhand.authoring.preview;

import java.util.List;

/** A preview and all of its answers, as they are now. */
public record PreviewState(Preview preview, List<Item> items) {

    public PreviewState {
        items = List.copyOf(items);
    }
}
