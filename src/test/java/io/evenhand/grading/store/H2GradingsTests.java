package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;
import java.util.Map;
import java.util.regex.Pattern;

class H2GradingsTests extends GradingsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }

    @Override
    long rowsRead(String sql, Map<String, ?> parameters) {
        String plan =
                database.jdbc()
                        .sql("explain analyze " + sql)
                        .params(parameters)
                        .query(String.class)
                        .single();
        return Pattern.compile("scanCount: (\\d+)")
                .matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
