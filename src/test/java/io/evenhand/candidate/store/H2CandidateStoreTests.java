package io.evenhand.candidate.store;

import io.evenhand.support.TestDatabase;

class H2CandidateStoreTests extends CandidateStoreContract {

    @Override
    TestDatabase open() {
        return TestDatabase.h2();
    }
}
