package io.evenhand.grading.store;

import io.evenhand.support.TestDatabase;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class PostgresGradingsTests extends GradingsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }

    /** What its plan read, and what it read in vain. */
    @Override
    long rowsRead(String sql, Map<String, ?> parameters) {
        database.jdbc().sql("analyze grading").update();
        String plan =
                String.join(
                        " ",
                        database.jdbc()
                                .sql("explain (analyze, timing off) " + sql)
                                .params(parameters)
                                .query(String.class)
                                .list());
        return Pattern.compile("actual rows=(\\d+)|Rows Removed by Filter: (\\d+)")
                .matcher(plan)
                .results()
                .flatMap(found -> Stream.of(found.group(1), found.group(2)))
                .filter(Objects::nonNull)
                .mapToLong(Long::parseLong)
                .sum();
    }
}
