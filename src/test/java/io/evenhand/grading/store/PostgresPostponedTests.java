package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;

class PostgresPostponedTests extends PostponedContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
