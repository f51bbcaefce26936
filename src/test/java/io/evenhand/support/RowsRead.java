package io.evenhand.support;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How many rows a query reads to find what it finds, by the word of the database. */
public final class RowsRead {

    private static final Pattern H2 = Pattern.compile("scanCount: (\\d+)");

    /** What each step of a plan gave, and what it read in vain. */
    private static final Pattern POSTGRES =
            Pattern.compile("actual rows=(\\d+)|Rows Removed by Filter: (\\d+)");

    private RowsRead() {}

    public static long by(TestDatabase database, String sql, Map<String, ?> parameters) {
        boolean h2 = database.isH2();
        if (!h2) {
            database.jdbc().sql("analyze").update();
        }
        String explain = h2 ? "explain analyze " : "explain (analyze, timing off) ";
        String plan =
                String.join(
                        " ",
                        database.jdbc()
                                .sql(explain + sql)
                                .params(parameters)
                                .query(String.class)
                                .list());
        return (h2 ? H2 : POSTGRES)
                .matcher(plan)
                .results()
                .flatMap(
                        found ->
                                IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group))
                .filter(Objects::nonNull)
                .mapToLong(Long::parseLong)
                .sum();
    }
}
