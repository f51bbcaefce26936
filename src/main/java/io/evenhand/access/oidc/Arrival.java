package io.evenhand.access.oidc;

/**
 * Somebody whom the provider has vouched for.
 *
 * @param next the page that they had wanted
 * @param token the provider's word as it came
 */
record Arrival(String issuer, String subject, Claims claims, String next, String token) {

    @Override
    public String toString() {
        return "somebody of " + issuer;
    }
}
