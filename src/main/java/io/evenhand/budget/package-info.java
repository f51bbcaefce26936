/** What the models may cost a tenant in a month, and what they have cost. */
@ApplicationModule(allowedDependencies = {"grading", "grading :: web", "access", "platform"})
@NullMarked
package io.evenhand.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
