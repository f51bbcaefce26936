package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;

class H2GradingsTests extends GradingsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
