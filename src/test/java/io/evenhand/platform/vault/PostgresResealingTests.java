package io.evenhand.platform.vault;

import io.evenhand.support.TestDatabase;

class PostgresResealingTests extends ResealingContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
