package io.evenhand.access;

/** Ends a start on an address that others can reach while no API key is set. */
final class UnprotectedAddressException extends RuntimeException {

    UnprotectedAddressException(String address) {
        super(
                "Evenhand would listen on %s, where others can reach it, and no API key is set."
                        .formatted(address));
    }
}
