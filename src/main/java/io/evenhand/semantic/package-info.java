/** Grades in-process from sentence embeddings: the fallback when no model can be had. */
@ApplicationModule(
        allowedDependencies = {"grading", "grading :: turns", "question", "guard", "platform"})
@NullMarked
package io.evenhand.semantic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
