/** The HTTP face of the question bank. */
@NullMarked
package io.evenhand.question.web;

import org.jspecify.annotations.NullMarked;
