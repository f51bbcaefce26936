package io.evenhand.interviews.store;

import io.evenhand.support.TestDatabase;

class PostgresInterviewsTests extends InterviewsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
