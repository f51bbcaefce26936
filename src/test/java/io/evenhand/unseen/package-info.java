/** What readers are not told before they have judged for themselves, at every address there is. */
@NullMarked
package io.evenhand.unseen;

import org.jspecify.annotations.NullMarked;
