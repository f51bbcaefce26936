package io.evenhand.delivery;

import io.evenhand.support.TestDatabase;

class H2OutboxTests extends OutboxContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
