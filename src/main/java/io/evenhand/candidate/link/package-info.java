/** Signed links: making, listing, revoking and opening them. */
@NamedInterface("link")
@NullMarked
package io.evenhand.candidate.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
