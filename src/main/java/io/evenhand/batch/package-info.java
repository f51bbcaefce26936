/** Batches: many answers handed in as one, and what has become of them. */
@ApplicationModule(
        allowedDependencies = {
            "grading",
            "grading :: unseen",
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
