package io.evenhand.authoring.store;

import io.evenhand.support.TestDatabase;

class PostgresPreviewsTests extends PreviewsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
