package io.evenhand.review.item;

import io.evenhand.grading.GradingId;
import io.evenhand.review.queue.QueueItem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a page of the queue ended, as the address of the next one says it. */
final class QueuePages {

    private QueuePages() {}

    static String cursor(QueueItem.Position last) {
        String text = last.place() + " " + last.id().value();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One that this service did not give out is the start of the queue. */
    static Optional<QueueItem.Position> position(Optional<String> cursor) {
        try {
            return cursor.map(
                            given ->
                                    new String(
                                            Base64.getUrlDecoder().decode(given),
                                            StandardCharsets.UTF_8))
                    .map(text -> text.split(" "))
                    .filter(parts -> parts.length == 2)
                    .map(
                            parts ->
                                    new QueueItem.Position(
                                            Double.parseDouble(parts[0]), new GradingId(parts[1])))
                    .filter(at -> at.id().isWellFormed() && Double.isFinite(at.place()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
