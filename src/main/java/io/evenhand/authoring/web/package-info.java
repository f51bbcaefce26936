/** The HTTP face of authoring. */
@NullMarked
package io.evenhand.authoring.web;

import org.jspecify.annotations.NullMarked;
