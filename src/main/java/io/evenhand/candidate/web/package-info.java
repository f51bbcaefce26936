/** The HTTP face of links. */
@NullMarked
package io.evenhand.candidate.web;

import org.jspecify.annotations.NullMarked;
