/** Help for those who write rubrics: drafts, lint, and what a changed rubric would do. */
@ApplicationModule(
        allowedDependencies = {
            "grading",
            "grading :: turns",
            "grading :: unseen",
            "grading :: work",
            "grading :: web",
            "question",
            "question :: web",
            "llm",
            "review",
            "guard",
            "access",
            "platform"
        })
@NullMarked
package io.evenhand.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
