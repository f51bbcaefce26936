/** The HTTP face of gradings. */
@NamedInterface("web")
@NullMarked
package io.evenhand.grading.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
