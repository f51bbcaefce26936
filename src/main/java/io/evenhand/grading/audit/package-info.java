/** Seals the histories of gradings into one chain for each tenant, and verifies them. */
@NullMarked
package io.evenhand.grading.audit;

import org.jspecify.annotations.NullMarked;
