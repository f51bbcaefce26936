/** How far people and machine agree, by what was reviewed. */
@NullMarked
package io.evenhand.review.agreement;

import org.jspecify.annotations.NullMarked;
