package io.evenhand.platform.vault;

/** That the database holds texts under a key that the service was not given. */
final class UnknownKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownKeyException(String missing, String given) {
        super(
                "Texts in the database are sealed with the key %s, and the service has only %s."
                        .formatted(missing, given));
    }
}
