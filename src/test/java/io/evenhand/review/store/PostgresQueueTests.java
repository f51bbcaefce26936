package io.evenhand.review.store;

import io.evenhand.support.TestDatabase;

class PostgresQueueTests extends QueueContract {

    @Override
    TestDatabase open() {
        return TestDatabase.postgres();
    }
}
