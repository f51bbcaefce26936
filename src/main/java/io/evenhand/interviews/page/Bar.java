package io.evenhand.interviews.page;

import io.evenhand.interviews.result.Tally;
import io.evenhand.platform.Words;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A share as a bar of a hundred units, with what it could come to; the words beside it say the
 * same.
 *
 * @param width of the bar; 0 if there is no share
 * @param from where what it could come to begins
 * @param reach how far that goes on
 * @param soft whether a provisional grade is part of it
 * @param range empty if nothing is open
 */
public record Bar(
        String words,
        boolean any,
        double width,
        double from,
        double reach,
        boolean soft,
        String range) {

    static Bar of(Tally tally) {
        return of(tally.percentage(), tally.least(), tally.most(), tally.provisional() > 0);
    }

    static Bar of(
            Optional<BigDecimal> percentage, BigDecimal least, BigDecimal most, boolean soft) {
        return new Bar(
                ResultWords.percent(percentage),
                percentage.isPresent(),
                percentage.map(Number::doubleValue).orElse(0.0),
                least.doubleValue(),
                most.subtract(least).doubleValue(),
                soft,
                least.compareTo(most) == 0
                        ? ""
                        : Words.plain(least) + "–" + Words.plain(most) + " %");
    }
}
