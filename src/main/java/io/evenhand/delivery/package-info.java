/** Tells clients by webhook what became of their gradings. */
@ApplicationModule(
        allowedDependencies = {
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
