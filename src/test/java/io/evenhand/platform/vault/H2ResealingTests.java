package io.evenhand.platform.vault;

import io.evenhand.support.TestDatabase;

class H2ResealingTests extends ResealingContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
