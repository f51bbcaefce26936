/** Interviews: sets of questions, and what a candidate's gradings of them come to. */
@ApplicationModule(allowedDependencies = {"grading", "question", "access", "platform"})
@NullMarked
package io.evenhand.interviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
