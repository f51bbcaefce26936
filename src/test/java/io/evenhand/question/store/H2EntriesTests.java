package io.evenhand.question.store;

import io.evenhand.support.TestDatabase;

class H2EntriesTests extends EntriesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
