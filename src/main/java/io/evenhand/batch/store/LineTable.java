package io.evenhand.batch.store;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchLine;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the lines of batches and reads them in the order of the upload. */
final class LineTable {

    private static final String LINES =
            """
            select l.tenant, l.batch_id, l.line, l.custom_id, l.hash, l.grading_id, r.code, r.errors
            from batch_line l %s join batch_rejection r
              on r.tenant = l.tenant and r.batch_id = l.batch_id and r.line = l.line
            """;

    private final JdbcClient jdbc;
    private final LineRows rows;

    LineTable(JdbcClient jdbc, LineRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void insert(Batch batch, BatchLine line) {
        jdbc.sql(
                        """
                        insert into batch_line (tenant, batch_id, line, custom_id, hash, grading_id)
                        values (:tenant, :batch, :line, :customId, :hash, :grading)""")
                .params(rows.line(batch, line))
                .update();
        if (line.fate() instanceof BatchLine.Rejected rejected) {
            jdbc.sql(
                            """
                            insert into batch_rejection (tenant, batch_id, line, code, errors)
                            values (:tenant, :batch, :line, :code, :errors)""")
                    .params(rows.rejection(batch, line, rejected))
                    .update();
        }
    }

    void drop(TenantId tenant, GradingId grading) {
        jdbc.sql(
                        """
                        update batch_line set custom_id = null, hash = :nothing
                        where tenant = :tenant and grading_id = :grading""")
                .param("nothing", Sha256.of("").value())
                .param("tenant", tenant.value())
                .param("grading", grading.value())
                .update();
    }

    List<BatchLine> after(TenantId tenant, BatchId id, int after, int most) {
        return jdbc.sql(
                        LINES.formatted("left")
                                + """
                                where l.tenant = :tenant and l.batch_id = :batch and l.line > :after
                                order by l.tenant, l.batch_id, l.line limit :most""")
                .param("tenant", tenant.value())
                .param("batch", id.value())
                .param("after", after)
                .param("most", most)
                .query(rows)
                .list();
    }

    List<BatchLine> rejected(TenantId tenant, BatchId id, int most) {
        return jdbc.sql(
                        LINES.formatted("inner")
                                + """
                                where r.tenant = :tenant and r.batch_id = :batch
                                order by r.tenant, r.batch_id, r.line limit :most""")
                .param("tenant", tenant.value())
                .param("batch", id.value())
                .param("most", most)
                .query(rows)
                .list();
    }
}
