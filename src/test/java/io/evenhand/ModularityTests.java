package io.evenhand;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The modules depend on each other as their package-info files allow, and in no other way. */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(EvenhandApplication.class);

    @Test
    void dependAsTheyMay() {
        modules.verify();
    }

    @Test
    void areDocumented() {
        new Documenter(modules).writeDocumentation();
    }
}
