/** All that is measured of an answer beside one model answer. */
@NullMarked
package io.evenhand.semantic.features;

import org.jspecify.annotations.NullMarked;
