package io.evenhand.question.store;

import io.evenhand.support.TestDatabase;

class PostgresQuestionsTests extends QuestionsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
