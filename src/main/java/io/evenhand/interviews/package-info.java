/** Interviews: sets of questions, and what a candidate's gradings of them come to. */
@ApplicationModule(
        allowedDependencies = {"grading", "grading :: unseen", "question", "access", "platform"})
@NullMarked
package io.evenhand.interviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
