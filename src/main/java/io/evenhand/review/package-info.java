/** The recruiters' workbench: the queue of what a person should look at, and the pages. */
@ApplicationModule(
        allowedDependencies = {
            "grading",
            "grading :: work",
            "grading :: review",
            "grading :: unseen",
            "grading :: web",
            "question",
            "interviews",
            "guard",
            "candidate :: link",
            "candidate :: appeal",
            "access",
            "platform"
        })
@NullMarked
package io.evenhand.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
