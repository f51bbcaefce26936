package io.evenhand.review.store;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A queue of any size: one row in ten waits for a person, four of five belong to one tenant, and
 * reasons and flags are as unlike in number as they are in life.
 */
final class QueueSeed {

    private static final String ITEMS =
            """
            insert into review_item (tenant, grading_id, status, waiting, confidence, place,
              question_key, batch_id, reasons, flags, whole, created_at, assignee, flagged_by,
              reviewer, reviewed_at, at_random, machine, human)
            select case when mod(n, 5) = 4 then 'small' else 'large' end,
              concat('01M', lpad(cast(n as varchar), 23, '0')),
              case when c < 80 then 'NEEDS_REVIEW' when c < 97 then 'PROVISIONAL'
                when c < 100 then 'UNGRADED' when c < 150 then 'REVIEWED' else 'GRADED' end,
              c < 100, r / 10007.0, r / 10007.0,
              concat('question-', mod(n * 31, 200)),
              concat('batch-', n / 5000),
              concat(case when c < 60 then ',LOW_CONFIDENCE' when c < 99 then ',BORDERLINE'
                when c < 100 then ',ABSTAINED' else '' end,
                case when mod(n, 9973) = 7 then ',APPEALED' else '' end, ','),
              concat(case when mod(n, 50) = 3 then ',HEDGING' else '' end,
                case when mod(n, 4999) = 11 then ',INJECTION_SUSPECTED' else '' end, ','),
              mod(n, 3) > 0,
              cast(:now as timestamp with time zone) - cast(mod(n * 17, 120) as integer) * interval '1' day,
              case when c < 100 and mod(n, 7) = 0 then concat('reader-', mod(n, 9)) end,
              case when mod(n, 2003) = 5 then 'reader-1' end,
              case when c >= 100 and c < 150 then 'reader-2' end,
              case when c >= 100 and c < 150 then cast(:now as timestamp with time zone) end,
              case when c >= 100 and c < 150 then false end,
              case when c >= 100 and c < 150 then 0.5 end,
              case when c >= 100 and c < 150 then 0.6 end
            from (select n, mod(n * 7919, 10007) as r, mod(n * 613, 1009) as c
              from generate_series(:from, :to) as s(n)) as numbers""";

    private static final String TRAITS =
            """
            insert into review_trait (of_tenant, of_grading, trait, of_place)
            select tenant, grading_id, :trait, place from review_item where %s like :name""";

    private static final int CHUNK = 100_000;

    private final JdbcClient jdbc;

    QueueSeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void sow(int rows, Object now) {
        for (long from = 1; from <= rows; from += CHUNK) {
            jdbc.sql(ITEMS)
                    .param("now", now)
                    .param("from", from)
                    .param("to", Math.min(rows, from + CHUNK - 1))
                    .update();
        }
        Map.of(
                        "reasons",
                        List.of("LOW_CONFIDENCE", "BORDERLINE", "ABSTAINED", "APPEALED"),
                        "flags",
                        List.of("HEDGING", "INJECTION_SUSPECTED"))
                .forEach((column, names) -> names.forEach(name -> trait(column, name)));
        jdbc.sql("analyze").update();
    }

    private void trait(String column, String name) {
        jdbc.sql(TRAITS.formatted(column))
                .param(
                        "trait",
                        column.equals("flags") ? TraitTable.flag(name) : TraitTable.reason(name))
                .param("name", FilterSql.like(name))
                .update();
    }
}
