package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;

class PostgresMarksTests extends MarksContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
