/** The HTTP face of interviews and of their results. */
@NullMarked
package io.evenhand.interviews.web;

import org.jspecify.annotations.NullMarked;
