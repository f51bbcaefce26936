package io.evenhand.access.user;

/**
 * Who somebody is to an identity provider.
 *
 * @param issuer the provider
 * @param subject never given to somebody else by it
 */
public record Identity(String issuer, String subject) {

    private static final int LONGEST_ISSUER = 300;
    private static final int LONGEST_SUBJECT = 255;

    public Identity {
        if (issuer.isEmpty()
                || issuer.length() > LONGEST_ISSUER
                || subject.isEmpty()
                || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("not an identity as OpenID Connect has them");
        }
    }

    @Override
    public String toString() {
        return "somebody of " + issuer;
    }
}
