package io.evenhand.interviews.web;

import io.evenhand.interviews.result.Tally;
import java.math.BigDecimal;

/** What a percentage could come to, at the least and at the most. */
public record RangeView(BigDecimal min, BigDecimal max) {

    static RangeView of(Tally tally) {
        return new RangeView(tally.least(), tally.most());
    }
}
