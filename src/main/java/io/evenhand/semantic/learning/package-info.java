/**
 * What reviews of other answers to a question say of an answer: a Gaussian process on the errors.
 */
@NullMarked
package io.evenhand.semantic.learning;

import org.jspecify.annotations.NullMarked;
