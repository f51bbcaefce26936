package io.evenhand.review.store;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.SearchableText;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.review.queue.Reading;
import io.evenhand.review.queue.TwoReadings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Readings in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcTwoReadings implements TwoReadings {

    private static final String ONE = " where tenant = :tenant and grading_id = :id";
    private static final int LONGEST_LABEL = 200;

    private final JdbcClient jdbc;

    JdbcTwoReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(TenantId tenant, GradingId id, Reading first, Reading second) {
        Stream.of("review_reading_mark", "review_reading")
                .forEach(table -> one("delete from " + table + ONE, tenant, id).update());
        add(tenant, id, 1, first);
        add(tenant, id, 2, second);
    }

    private void add(TenantId tenant, GradingId id, int number, Reading reading) {
        one(
                        """
                        insert into review_reading (tenant, grading_id, number, reader, read_at, share)
                        values (:tenant, :id, :number, :reader, :at, :share)""",
                        tenant,
                        id)
                .param("number", number)
                .param("reader", reading.reader())
                .param("at", Times.utc(reading.at()))
                .param("share", reading.share())
                .update();
        for (int place = 0; place < reading.given().size(); place++) {
            add(tenant, id, number, place, reading.given().get(place));
        }
    }

    private void add(TenantId tenant, GradingId id, int number, int place, Reading.Given given) {
        String criterion = SearchableText.of(given.criterion());
        one(
                        """
                        insert into review_reading_mark
                          (tenant, grading_id, number, place, criterion, points, verdict)
                        values (:tenant, :id, :number, :place, :criterion, :points, :verdict)""",
                        tenant,
                        id)
                .param("number", number)
                .param("place", place)
                .param(
                        "criterion",
                        criterion.substring(0, Math.min(criterion.length(), LONGEST_LABEL)))
                .param("points", given.points())
                .param("verdict", given.verdict())
                .update();
    }

    @Override
    public List<Reading> of(TenantId tenant, GradingId id) {
        return one("select * from review_reading" + ONE + " order by number", tenant, id)
                .query((row, number) -> reading(row, given(tenant, id, row.getInt("number"))))
                .list();
    }

    private List<Reading.Given> given(TenantId tenant, GradingId id, int number) {
        return one(
                        "select * from review_reading_mark"
                                + ONE
                                + " and number = :number order by place",
                        tenant,
                        id)
                .param("number", number)
                .query(
                        (row, at) ->
                                new Reading.Given(
                                        row.getString("criterion"),
                                        row.getBigDecimal("points"),
                                        row.getString("verdict")))
                .list();
    }

    private static Reading reading(ResultSet row, List<Reading.Given> given) throws SQLException {
        return new Reading(
                row.getString("reader"),
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                row.getDouble("share"),
                given);
    }

    private JdbcClient.StatementSpec one(String sql, TenantId tenant, GradingId id) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("id", id.value());
    }
}
