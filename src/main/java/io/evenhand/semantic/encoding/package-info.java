/** Turns texts into vectors of their word pieces, by an embedding model that runs in-process. */
@NullMarked
package io.evenhand.semantic.encoding;

import org.jspecify.annotations.NullMarked;
