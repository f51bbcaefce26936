package io.evenhand.delivery;

/** Why an attempt did not deliver. */
public enum Fault {
    /** The receiver answered with a status that is neither 2xx nor one of those below. */
    STATUS,
    /** It answered 410: it wants no more, and its endpoint is disabled. */
    GONE,
    /** It answered 3xx; redirects are not followed, since nobody checked where they lead. */
    REDIRECT,
    /** No status within the time limit. */
    TIMEOUT,
    /** No connection, or one that broke. */
    CONNECTION,
    /** No TLS that can be trusted. */
    TLS,
    /** Its name does not resolve. */
    UNKNOWN_HOST,
    /** Its name resolves to an address that is not on the public internet. */
    FORBIDDEN_ADDRESS,
    /** What there was to tell of has been erased. */
    ERASED,
    /** The secret cannot be opened with the key that this instance has. */
    SECRET_UNREADABLE,
    /** The event could not be written or signed: a fault of this service, which its log names. */
    INTERNAL;

    /** Whether trying again is pointless. */
    public boolean isFinal() {
        return this == GONE || this == ERASED;
    }
}
