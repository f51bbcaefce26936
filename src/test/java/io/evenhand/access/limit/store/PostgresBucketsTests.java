package io.evenhand.access.limit.store;

import io.evenhand.support.TestDatabase;

class PostgresBucketsTests extends BucketsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
