package io.evenhand.review.store;

import io.evenhand.support.TestDatabase;

class H2QueueTests extends QueueContract {

    @Override
    TestDatabase open() {
        return TestDatabase.h2();
    }
}
