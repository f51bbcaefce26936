/** Takes up what nobody works on: gradings a crash left behind, and provisional ones to redo. */
@ApplicationModule(allowedDependencies = {"grading", "grading :: work", "platform"})
@NullMarked
package io.evenhand.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
