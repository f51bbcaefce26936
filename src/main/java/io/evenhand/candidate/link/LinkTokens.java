package io.evenhand.candidate.link;

import io.evenhand.platform.KeyedHash;
import io.evenhand.platform.ServiceKey;
import io.evenhand.platform.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Signs links and tells whether we signed one (HMAC-SHA256), before the database is asked: any
 * instance with the same service key can. The signature covers tenant, link and end.
 */
@Component
class LinkTokens {

    private static final String PURPOSE = "candidate links";
    private static final int LONGEST = 300;
    private static final Pattern TEXT =
            Pattern.compile("([0-9A-Z]{26}) (\\d{1,12}) ([A-Za-z0-9._-]{1,64})");

    private final ServiceKey key;

    LinkTokens(ServiceKey key) {
        this.key = key;
    }

    String token(Link link) {
        String text =
                link.id() + " " + link.expiresAt().getEpochSecond() + " " + link.tenant().value();
        return encoded(text.getBytes(StandardCharsets.UTF_8)) + "." + signature(text);
    }

    /** Whose link it is; empty if it is none of ours. */
    Optional<Named> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token.substring(0, dot));
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean ours =
                    MessageDigest.isEqual(
                            signature(text).getBytes(StandardCharsets.US_ASCII),
                            token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
            Matcher parts = TEXT.matcher(text);
            return ours && parts.matches()
                    ? Optional.of(new Named(new TenantId(parts.group(3)), parts.group(1)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String signature(String text) {
        String hash = new KeyedHash(key.derived(PURPOSE, KeyedHash.ALGORITHM)).of(text).value();
        return hash.substring(hash.indexOf(':') + 1);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A link by its tenant and name. */
    record Named(TenantId tenant, String id) {}
}
