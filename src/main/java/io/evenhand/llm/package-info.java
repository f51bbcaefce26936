/** Grades with large language models: prompts, models, failover, usage and cost. */
@ApplicationModule(allowedDependencies = {"grading", "grading :: turns", "question", "platform"})
@NullMarked
package io.evenhand.llm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
