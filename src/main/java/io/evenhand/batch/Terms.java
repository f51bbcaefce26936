package io.evenhand.batch;

import io.evenhand.platform.Sha256;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a client asked for with a batch.
 *
 * @param actor who asked, as the history names them
 * @param maxCost what its gradings may cost together, in the currency of the prices
 * @param pilot how many are graded before it waits for a word to go on; 0 to wait before the first
 * @param options hash of all options and the content type: what must be the same when an upload
 *     comes again
 */
public record Terms(
        String actor, Optional<BigDecimal> maxCost, Optional<Integer> pilot, Sha256 options) {

    /** The same, but waiting before the first is graded. */
    public Terms held() {
        return new Terms(actor, maxCost, Optional.of(0), options);
    }

    boolean isHeld() {
        return pilot.filter(count -> count == 0).isPresent();
    }
}
