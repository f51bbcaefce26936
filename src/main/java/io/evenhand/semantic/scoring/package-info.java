/** What people's grades taught: the trained head, shares of points, and intervals around them. */
@NullMarked
package io.evenhand.semantic.scoring;

import org.jspecify.annotations.NullMarked;
