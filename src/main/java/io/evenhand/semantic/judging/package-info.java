/** Judges an answer criterion by criterion: findings, what is claimed of them, and feedback. */
@NullMarked
package io.evenhand.semantic.judging;

import org.jspecify.annotations.NullMarked;
