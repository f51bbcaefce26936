package io.evenhand.delivery;

import io.evenhand.support.TestDatabase;

class PostgresOutboxTests extends OutboxContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
