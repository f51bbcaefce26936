package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;

class H2PrecedentsTests extends PrecedentsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
