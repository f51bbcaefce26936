/**
 * Looks for the word pieces of one text in another: how much of a key an answer says, and the other
 * way round.
 */
@NullMarked
package io.evenhand.semantic.alignment;

import org.jspecify.annotations.NullMarked;
