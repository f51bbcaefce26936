/** Seals the texts that the database holds, and opens them for whoever has the key. */
@NullMarked
package io.evenhand.platform.vault;

import org.jspecify.annotations.NullMarked;
