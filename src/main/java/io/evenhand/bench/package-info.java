/**
 * What benchmarks and try-outs need beside the service: a stand-in for a model, and a bare relay to
 * compare with.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.evenhand.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
