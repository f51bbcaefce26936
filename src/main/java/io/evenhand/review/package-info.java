/** The recruiters' pages. */
@ApplicationModule(
        allowedDependencies = {"grading", "grading :: work", "question", "access", "platform"})
@NullMarked
package io.evenhand.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
