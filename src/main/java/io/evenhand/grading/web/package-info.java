/** The HTTP face of gradings. */
@NullMarked
package io.evenhand.grading.web;

import org.jspecify.annotations.NullMarked;
