package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;

class H2ReviewedAnswersTests extends ReviewedAnswersContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
