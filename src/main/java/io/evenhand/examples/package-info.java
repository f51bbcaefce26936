/** Example questions and answers, so that a first start has something to show. */
@ApplicationModule(
        allowedDependencies = {
            "grading",
            "grading :: work",
            "interviews",
            "question",
            "question :: exchange",
            "platform"
        })
@NullMarked
package io.evenhand.examples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
