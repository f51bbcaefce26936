package io.evenhand.access.key;

import org.jspecify.annotations.Nullable;

/**
 * How a client wants a key rotated.
 *
 * @param overlapSeconds how long the secret of before lives on
 */
public record RotationRequest(@Nullable Long overlapSeconds) {}
