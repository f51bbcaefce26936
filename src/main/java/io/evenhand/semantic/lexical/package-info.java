/** Likeness of texts by their words alone: what is shared, copied, new or contradicted. */
@NullMarked
package io.evenhand.semantic.lexical;

import org.jspecify.annotations.NullMarked;
