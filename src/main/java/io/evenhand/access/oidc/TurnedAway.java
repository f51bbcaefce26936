package io.evenhand.access.oidc;

/** Somebody who came by the provider is not signed in. */
public final class TurnedAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    TurnedAway(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
