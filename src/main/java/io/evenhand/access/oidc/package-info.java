/** Signing in by an identity provider that speaks OpenID Connect. */
@NullMarked
package io.evenhand.access.oidc;

import org.jspecify.annotations.NullMarked;
