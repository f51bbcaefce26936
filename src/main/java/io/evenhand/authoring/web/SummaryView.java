package io.evenhand.authoring.web;

import io.evenhand.authoring.preview.Summary;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a preview comes to, as clients see it; reviewed answers are counted apart.
 *
 * @param meanChange in percentage points, of those compared
 */
record SummaryView(
        int total,
        int done,
        int compared,
        int moved,
        int up,
        int down,
        @Nullable BigDecimal meanChange,
        int passUp,
        int passDown,
        int reviewed,
        int failed) {

    static SummaryView of(Summary summary) {
        return new SummaryView(
                summary.total(),
                summary.done(),
                summary.compared(),
                summary.moved(),
                summary.up(),
                summary.down(),
                summary.meanChange().orElse(null),
                summary.passUp(),
                summary.passDown(),
                summary.reviewed(),
                summary.failed());
    }
}
