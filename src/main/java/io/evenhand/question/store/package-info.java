/** The question bank in a relational database. */
@NullMarked
package io.evenhand.question.store;

import org.jspecify.annotations.NullMarked;
