package io.evenhand.review;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.unseen.BlindSample;
import io.evenhand.platform.Sha256;
import org.springframework.stereotype.Component;

/** The share of all answers that is reviewed without the machine's word. */
@Component
class BlindShare implements BlindSample {

    private static final int DIGITS = 8;
    private static final double ALL = 1L << 4 * DIGITS;

    private final ReviewPageSettings settings;

    BlindShare(ReviewPageSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean has(GradingId id) {
        String digits = Sha256.of("blind " + id.value()).value();
        long lot = Long.parseLong(digits.substring(digits.length() - DIGITS), 16);
        return lot / ALL < settings.blindShare();
    }
}
