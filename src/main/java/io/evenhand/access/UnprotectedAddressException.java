package io.evenhand.access;

/** Ends a start on an address that others can reach while there is neither a key nor an admin. */
final class UnprotectedAddressException extends RuntimeException {

    UnprotectedAddressException(String address) {
        super(
                "Evenhand would listen on %s, where others can reach it: no API key is set, and nobody can sign in."
                        .formatted(address));
    }
}
