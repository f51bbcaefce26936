package io.evenhand.platform.vault;

import java.util.Collection;

/** That the service cannot read, or not seal, for want of a key. */
final class KeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    private KeyException(String message, String action) {
        super(message);
        this.action = action;
    }

    static KeyException unknown(String missing, Collection<String> given) {
        return new KeyException(
                "Texts in the database are sealed with the key %s, and the service has only %s."
                        .formatted(missing, String.join(", ", given)),
                "Set evenhand.key to what it was, or, if it was changed on purpose, put the former"
                        + " one into evenhand.previous-keys. Without the setting it is in the file"
                        + " evenhand.key under evenhand.data: that file has to stay with the"
                        + " database.");
    }

    static KeyException none(Throwable cause) {
        KeyException none =
                new KeyException(
                        "There is no key to seal texts with: evenhand.key is not set, and the file"
                                + " of that name under evenhand.data can be neither read nor made.",
                        "Set evenhand.key to 32 random bytes in Base64 (openssl rand -base64 32),"
                                + " or make evenhand.data writable.");
        none.initCause(cause);
        return none;
    }

    String action() {
        return action;
    }
}
