package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;

class PostgresBatchedGradingsTests extends BatchedGradingsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
