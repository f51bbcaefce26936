package io.evenhand.access.store;

import io.evenhand.support.TestDatabase;

class H2AccessTests extends AccessContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
