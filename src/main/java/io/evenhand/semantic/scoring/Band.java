package io.evenhand.semantic.scoring;

import java.util.List;

/**
 * By how much people's share may differ from a share in this part of the scale, in 80 % of cases.
 *
 * @param upTo the share at which the band ends, 0 to 1
 * @param below how far people's share may lie below, 0 to 1
 * @param above how far it may lie above, 0 to 1
 */
public record Band(double upTo, double below, double above) {

    private static final double ROUNDING = 1e-6;

    public static Band of(List<Band> bands, double share) {
        return bands.stream()
                .filter(band -> share <= band.upTo())
                .findFirst()
                .orElseGet(bands::getLast);
    }

    public Band wider(double times) {
        return new Band(upTo, below * times, above * times);
    }

    /** The lowest share that is to be reckoned with. */
    public double low(double share) {
        return Math.max(0, share - below);
    }

    public double high(double share) {
        return Math.min(1, share + above);
    }

    /** How sure the share is, 0 to 1: what the interval leaves out of the scale. */
    public double certainty(double share) {
        return 1 - (high(share) - low(share));
    }

    public boolean covers(double share, double human) {
        return human >= low(share) - ROUNDING && human <= high(share) + ROUNDING;
    }
}
