package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;

class PostgresReviewedAnswersTests extends ReviewedAnswersContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
