package io.evenhand.platform;

/** Names the customer that a row, a key or a request belongs to; part of every query. */
public record TenantId(String value) {

    /** The tenant of a service that runs without API keys. */
    public static final TenantId LOCAL = new TenantId("local");

    public TenantId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("a tenant has 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
