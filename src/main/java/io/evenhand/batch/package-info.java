/** Batches: many answers handed in as one, and what has become of them. */
@ApplicationModule(
        allowedDependencies = {
            "grading",
            "grading :: work",
            "grading :: web",
            "question",
            "interviews",
            "guard",
            "access",
            "platform"
        })
@NullMarked
package io.evenhand.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
