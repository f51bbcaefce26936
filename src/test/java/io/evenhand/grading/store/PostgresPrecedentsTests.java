package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;

class PostgresPrecedentsTests extends PrecedentsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
