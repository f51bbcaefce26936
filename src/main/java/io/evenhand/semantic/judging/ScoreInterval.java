package io.evenhand.semantic.judging;

import io.evenhand.grading.ScoreRange;
import io.evenhand.question.Points;
import io.evenhand.semantic.scoring.Band;
import java.math.BigDecimal;
import java.util.List;

/**
 * Where a person's score lies in 80 % of all cases, in points.
 *
 * @param bands by share of the points
 * @param doubt how much wider they are for this answer, 1 or more
 */
record ScoreInterval(List<Band> bands, double doubt) {

    /**
     * @param proposed what the grader gives
     * @param judged the most that the criteria it could judge can earn
     * @param open what could be earned beside that, by criteria that it could not judge
     * @param lost what deductions that it could not judge could take, 0 or more
     */
    ScoreRange around(Points proposed, Points judged, Points open, Points lost) {
        double most = judged.value().doubleValue();
        double share = most > 0 ? proposed.value().doubleValue() / most : 0;
        Band band = Band.of(bands, share).wider(doubt);
        Points low = points(band.low(share), most).minus(lost);
        Points high = points(band.high(share), most).plus(open);
        return new ScoreRange(low.max(Points.ZERO).min(proposed), high.max(proposed));
    }

    private static Points points(double share, double most) {
        return new Points(BigDecimal.valueOf(share * most));
    }
}
