/** How much a key may ask for, and how often one may be wrong about a key. */
@NullMarked
package io.evenhand.access.limit;

import org.jspecify.annotations.NullMarked;
