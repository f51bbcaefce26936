package io.evenhand.batch.store;

import io.evenhand.support.TestDatabase;

class H2BatchesTests extends BatchesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
