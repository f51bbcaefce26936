package io.evenhand.access;

import io.evenhand.access.oidc.OidcSettings;
import io.evenhand.access.user.User;
import java.util.Optional;

/**
 * How people sign in here.
 *
 * @param passwords whether by a password that is kept here
 * @param provider by whom else
 */
public record WaysIn(boolean passwords, Optional<OidcSettings> provider) {

    /** Whether that user could sign in again: who could not does not stay signed in either. */
    public boolean admit(User user) {
        return user.identity()
                .map(known -> provider.filter(it -> it.issuer().equals(known.issuer())).isPresent())
                .orElse(passwords);
    }
}
