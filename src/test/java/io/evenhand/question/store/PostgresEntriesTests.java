package io.evenhand.question.store;

import io.evenhand.support.TestDatabase;

class PostgresEntriesTests extends EntriesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
