/**
 * Takes up what nobody works on: gradings a crash left behind, batches, and provisional ones to
 * redo; and takes in what comes by topic.
 */
@ApplicationModule(
        allowedDependencies = {
            "batch",
            "grading",
            "grading :: turns",
            "grading :: work",
            "grading :: web",
            "access",
            "platform"
        })
@NullMarked
package io.evenhand.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
