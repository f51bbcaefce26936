/**
 * What candidates are shown of their own gradings, by links that need no account, and how they
 * appeal.
 */
@ApplicationModule(
        allowedDependencies = {
            "grading",
            "grading :: unseen",
            "grading :: work",
            "grading :: review",
            "question",
            "interviews",
            "interviews :: result",
            "access",
            "platform"
        })
@NullMarked
package io.evenhand.candidate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
