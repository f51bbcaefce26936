package io.evenhand.access.store;

import io.evenhand.support.TestDatabase;

class PostgresAccessTests extends AccessContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
