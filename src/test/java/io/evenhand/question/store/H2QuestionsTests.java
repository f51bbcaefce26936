package io.evenhand.question.store;

import io.evenhand.support.TestDatabase;

class H2QuestionsTests extends QuestionsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
