/** How far grades agree with people, measured on answers that people graded. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.evenhand.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
