package io.evenhand.authoring.store;

import io.evenhand.support.TestDatabase;

class H2PreviewsTests extends PreviewsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
