package io.evenhand.delivery.store;

import io.evenhand.support.TestDatabase;

class PostgresTopicQueueTests extends TopicQueueContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
