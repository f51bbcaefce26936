package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;

class H2PostponedTests extends PostponedContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
