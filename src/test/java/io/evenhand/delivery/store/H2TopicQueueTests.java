package io.evenhand.delivery.store;

import io.evenhand.support.TestDatabase;

class H2TopicQueueTests extends TopicQueueContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
