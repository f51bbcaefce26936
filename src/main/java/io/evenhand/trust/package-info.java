/**
 * How far grades agree with people and whom flags accuse, measured on answers that people graded.
 */
@ApplicationModule(allowedDependencies = "guard")
@NullMarked
package io.evenhand.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
