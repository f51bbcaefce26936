package io.evenhand.semantic;

import java.util.List;

/**
 * What the comparison of one criterion with the answer came to.
 *
 * @param share of the criterion's points, 0 to 1
 * @param passages of the answer, verbatim, that cover it best; best first
 */
record Finding(double share, List<String> passages) {

    Finding {
        passages = List.copyOf(passages);
    }

    /**
     * How sure the share is, 0 to 1: its distance from the middle. What is not found counts half: a
     * right answer in quite other words is not found either (people gave answers below coverage .25
     * up to .54 of the points, those above .75 .88 and more).
     */
    double confidence() {
        return share >= .5 ? 2 * share - 1 : .5 - share;
    }
}
