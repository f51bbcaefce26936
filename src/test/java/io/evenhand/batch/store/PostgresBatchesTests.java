package io.evenhand.batch.store;

import io.evenhand.support.TestDatabase;

class PostgresBatchesTests extends BatchesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
