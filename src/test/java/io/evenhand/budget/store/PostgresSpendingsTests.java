package io.evenhand.budget.store;

import io.evenhand.support.TestDatabase;

class PostgresSpendingsTests extends SpendingsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
