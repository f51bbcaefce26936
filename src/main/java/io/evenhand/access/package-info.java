/** Who asks: API keys, their tenants and scopes. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.evenhand.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
