package io.evenhand.platform.vault;

import io.evenhand.platform.TenantId;
import java.nio.charset.StandardCharsets;

/**
 * Where a sealed text belongs. In any other place it does not open, so that nobody who can write to
 * the database gives one tenant, or one candidate, the text of another.
 *
 * @param column with its table, as in {@code grading.answer}
 * @param row what tells it apart from the tenant's other rows
 */
public record Place(String column, TenantId tenant, String row) {

    /** Every part with its length before it, so that no two places have the same. */
    byte[] bytes() {
        String all = part(column) + part(tenant.value()) + part(row);
        return all.getBytes(StandardCharsets.UTF_8);
    }

    private static String part(String text) {
        return text.length() + ":" + text;
    }
}
