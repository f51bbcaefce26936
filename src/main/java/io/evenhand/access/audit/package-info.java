/** Who saw and did what. */
@NullMarked
package io.evenhand.access.audit;

import org.jspecify.annotations.NullMarked;
