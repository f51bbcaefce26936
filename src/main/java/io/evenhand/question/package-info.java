/** Questions, their model answers and rubrics: what an answer is graded against. */
@ApplicationModule(allowedDependencies = {"access", "platform"})
@NullMarked
package io.evenhand.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
