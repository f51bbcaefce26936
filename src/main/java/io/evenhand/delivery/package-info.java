/** Tells clients by webhook and topic what became of their gradings and batches. */
@ApplicationModule(
        allowedDependencies = {
            "batch",
            "batch :: web",
            "grading",
            "grading :: work",
            "grading :: web",
            "access",
            "platform"
        })
@NullMarked
package io.evenhand.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
