package io.evenhand.support;

import io.evenhand.platform.Sha256;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service with API keys of two tenants; shared by all tests that need them. */
public abstract class KeyedApiTestBase extends ApiTestBase {

    protected static final String ALL = "key-of-acme-for-everything";
    protected static final String GRADE = "key-of-acme-for-grading";
    protected static final String REVIEW = "key-of-acme-for-reviews";
    protected static final String MANAGE = "key-of-acme-for-managing";

    /** No key: the settings have two hashes that are this one's but for the first or last digit. */
    protected static final String ALMOST = "almost-a-key-of-acme";

    protected static final String RIVAL = "key-of-rival-for-everything";

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        key(properties, 0, ALL, "acme", "grade,review,manage");
        key(properties, 1, GRADE, "acme", "grade");
        key(properties, 2, REVIEW, "acme", "review");
        key(properties, 3, MANAGE, "acme", "manage");
        key(properties, 4, RIVAL, "rival", "grade, review, manage");
        almost(properties, 5, 0);
        almost(properties, 6, 63);
    }

    /** A key that is known by a hash which one digit makes another's. */
    private static void almost(DynamicPropertyRegistry properties, int n, int place) {
        StringBuilder digits = new StringBuilder(Sha256.of(ALMOST).value().substring(7));
        digits.setCharAt(place, digits.charAt(place) == '0' ? '1' : '0');
        String prefix = "evenhand.access.keys[" + n + "].";
        properties.add(prefix + "hash", () -> "sha256:" + digits);
        properties.add(prefix + "tenant", () -> "acme");
        properties.add(prefix + "scopes", () -> "grade,review,manage");
    }

    private static void key(
            DynamicPropertyRegistry properties, int n, String key, String tenant, String scopes) {
        String prefix = "evenhand.access.keys[" + n + "].";
        properties.add(prefix + "hash", () -> Sha256.of(key).value());
        properties.add(prefix + "tenant", () -> tenant);
        properties.add(prefix + "scopes", () -> scopes);
    }

    protected static String[] with(String key, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + key;
        return all;
    }
}
