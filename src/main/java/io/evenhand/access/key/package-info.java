/** API keys that are made here. */
@NullMarked
package io.evenhand.access.key;

import org.jspecify.annotations.NullMarked;
