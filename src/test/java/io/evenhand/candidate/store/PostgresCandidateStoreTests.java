package io.evenhand.candidate.store;

import io.evenhand.support.TestDatabase;

class PostgresCandidateStoreTests extends CandidateStoreContract {

    @Override
    TestDatabase open() {
        return TestDatabase.postgres();
    }
}
