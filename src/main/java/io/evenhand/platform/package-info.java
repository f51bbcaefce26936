/**
 * What every module stands on and that knows nothing of the business: tenant, storage, problems.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.evenhand.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
