/** Which addresses receivers may have, so that nobody reaches this network from within. */
@NullMarked
package io.evenhand.delivery.address;

import org.jspecify.annotations.NullMarked;
