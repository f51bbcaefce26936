package io.evenhand.question;

/**
 * A question that comes from a file.
 *
 * @param statusNamed whether its status is what somebody asked for, or only what new ones get
 */
public record Arrival(Entry entry, boolean statusNamed) {

    /** Whether it brings nothing that the bank's latest version does not have. */
    boolean saysNothingNewTo(Entry latest) {
        return entry.saysTheSameAs(latest)
                || (!statusNamed && entry.in(latest.status()).saysTheSameAs(latest));
    }
}
