package io.evenhand.access.oidc;

/**
 * Somebody whom the provider has vouched for.
 *
 * @param next the page that they had wanted
 */
record Arrival(String issuer, String subject, Claims claims, String next) {

    @Override
    public String toString() {
        return "somebody of " + issuer;
    }
}
