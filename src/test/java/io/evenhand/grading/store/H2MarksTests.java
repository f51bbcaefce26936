package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;

class H2MarksTests extends MarksContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
