package io.evenhand.interviews.store;

import io.evenhand.support.TestDatabase;

class H2InterviewsTests extends InterviewsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
