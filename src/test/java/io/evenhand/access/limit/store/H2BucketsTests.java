package io.evenhand.access.limit.store;

import io.evenhand.support.TestDatabase;

class H2BucketsTests extends BucketsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
