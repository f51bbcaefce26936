package io.evenhand.budget.store;

import io.evenhand.support.TestDatabase;

class H2SpendingsTests extends SpendingsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
