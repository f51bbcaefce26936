/** People who sign in. */
@NullMarked
package io.evenhand.access.user;

import org.jspecify.annotations.NullMarked;
