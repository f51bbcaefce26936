package io.evenhand.delivery.store;

import io.evenhand.support.TestDatabase;

class H2DeliveriesTests extends DeliveriesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
