/** The secrets that events are signed with, and how they are kept. */
@NullMarked
package io.evenhand.delivery.secret;

import org.jspecify.annotations.NullMarked;
