package io.evenhand.delivery.send;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.evenhand.delivery.Endpoint;
import io.evenhand.delivery.secret.SecretSeal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signs events by Standard Webhooks: with the secret, and with the one before while it counts. */
@Component
class Signatures {

    private final SecretSeal seal;

    Signatures(SecretSeal seal) {
        this.seal = seal;
    }

    /** Empty if the secret cannot be opened. */
    Optional<Letter> signed(Endpoint endpoint, String id, String body, Instant now) {
        Optional<String> previous =
                endpoint.secrets().previousAt(now).flatMap(old -> opened(endpoint, old));
        return opened(endpoint, endpoint.secrets().current())
                .map(
                        secret -> {
                            long at = now.getEpochSecond();
                            String own = signature(secret, id, at, body);
                            String all =
                                    previous.map(old -> own + " " + signature(old, id, at, body))
                                            .orElse(own);
                            return new Letter(endpoint.url(), id, at, all, body);
                        });
    }

    private Optional<String> opened(Endpoint endpoint, String stored) {
        return seal.open(stored, endpoint.tenant(), endpoint.id());
    }

    private static String signature(String secret, String id, long at, String body) {
        try {
            return new Webhook(secret).sign(id, at, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("an event could not be signed", e);
        }
    }
}
