/**
 * Gradings and their states; scoring, evidence, review policies; the port that graders implement.
 */
@ApplicationModule(allowedDependencies = {"question", "guard", "access", "platform"})
@NullMarked
package io.evenhand.grading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
