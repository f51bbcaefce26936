package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;

class PostgresGradingsTests extends GradingsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
