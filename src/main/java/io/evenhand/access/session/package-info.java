/** How browsers stay signed in. */
@NullMarked
package io.evenhand.access.session;

import org.jspecify.annotations.NullMarked;
