/** The HTTP face of the question bank. */
@NamedInterface("web")
@NullMarked
package io.evenhand.question.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
