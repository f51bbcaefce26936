package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;

class H2BatchedGradingsTests extends BatchedGradingsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
