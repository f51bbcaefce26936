/** The way of an event to its receiver: due, rendered, signed, posted, and tried again. */
@NullMarked
package io.evenhand.delivery.send;

import org.jspecify.annotations.NullMarked;
