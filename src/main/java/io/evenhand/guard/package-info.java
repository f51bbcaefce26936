/** What stands between a candidate's text and the grader: the judge's view of an answer. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.evenhand.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
