/**
 * Trains the in-process grader on answers that people graded, and measures how far it agrees with
 * them.
 */
@NullMarked
package io.evenhand.semantic.training;

import org.jspecify.annotations.NullMarked;
