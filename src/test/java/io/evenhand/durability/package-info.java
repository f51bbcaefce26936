/** The packaged service, killed and started again. */
@NullMarked
package io.evenhand.durability;

import org.jspecify.annotations.NullMarked;
