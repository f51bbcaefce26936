package io.evenhand.semantic.judging;

import java.util.List;

/**
 * What the comparison of one criterion with the answer came to.
 *
 * @param share of the criterion's points, 0 to 1
 * @param passages of the answer, verbatim, that cover it best; best first
 * @param confidence how sure the share is, 0 to 1
 */
record Finding(double share, List<String> passages, double confidence) {

    Finding {
        passages = List.copyOf(passages);
    }

    Finding withShare(double newShare) {
        return new Finding(newShare, passages, confidence);
    }

    Finding withConfidence(double newConfidence) {
        return new Finding(share, passages, newConfidence);
    }
}
