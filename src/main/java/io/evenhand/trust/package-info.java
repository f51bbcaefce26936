/**
 * How far grades can be trusted: agreement with people on answers that they graded, what learning
 * from them gains, whom flags accuse, and what attacks and answers that look like some come to.
 */
@ApplicationModule(allowedDependencies = {"semantic", "grading", "guard", "platform"})
@NullMarked
package io.evenhand.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
