package io.evenhand.delivery.secret;

import com.standardwebhooks.Webhook;
import java.security.SecureRandom;
import java.util.Base64;

/** A signing secret in clear, which its owner sees this once. */
public record NewSecret(String value) {

    /** Standard Webhooks asks for 24 to 64. */
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    public static NewSecret make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new NewSecret(Webhook.SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return Webhook.SECRET_PREFIX + "...";
    }
}
