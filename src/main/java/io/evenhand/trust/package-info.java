/**
 * How far a running service can be trusted: agreement with people on answers that they graded, and
 * what attacks and answers that look like some come to.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.evenhand.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
