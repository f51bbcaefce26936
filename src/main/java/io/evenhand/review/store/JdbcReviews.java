package io.evenhand.review.store;

import io.evenhand.review.agreement.Reviews;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what was reviewed from the queue's own tables; what waits for another reader is no figure
 * yet, and would tell that one what the first decided.
 */
@Repository
class JdbcReviews implements Reviews {

    private final JdbcClient jdbc;

    JdbcReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Pair> pairs(Sample sample) {
        return jdbc.sql("select machine, human, confidence" + from(sample))
                .params(parameters(sample))
                .query(
                        (row, number) ->
                                new Pair(
                                        row.getDouble("machine"),
                                        row.getDouble("human"),
                                        row.getDouble("confidence")))
                .list();
    }

    @Override
    public List<Verdicts> verdicts(Sample sample) {
        return jdbc.sql(
                        "select criterion, machine, human, count(*) as times from review_verdict"
                                + " where tenant = :tenant and grading_id in (select grading_id"
                                + from(sample)
                                + ") group by criterion, machine, human order by criterion")
                .params(parameters(sample))
                .query(
                        (row, number) ->
                                new Verdicts(
                                        row.getString("criterion"),
                                        row.getString("machine"),
                                        row.getString("human"),
                                        row.getInt("times")))
                .list();
    }

    @Override
    public List<Pair> readers(Sample sample) {
        return jdbc.sql("select a.share as one, b.share as other" + ofReaders(sample))
                .params(parameters(sample))
                .query((row, number) -> new Pair(row.getDouble("one"), row.getDouble("other"), 0))
                .list();
    }

    @Override
    public List<Verdicts> readersVerdicts(Sample sample) {
        return jdbc.sql(
                        "select m.criterion, m.verdict as one, n.verdict as other, count(*) as times"
                                + " from review_reading_mark m join review_reading_mark n"
                                + " on n.tenant = m.tenant and n.grading_id = m.grading_id"
                                + " and n.number = 2 and n.place = m.place"
                                + " where m.tenant = :tenant and m.number = 1 and m.grading_id in"
                                + " (select a.grading_id"
                                + ofReaders(sample)
                                + ") group by m.criterion, m.verdict, n.verdict")
                .params(parameters(sample))
                .query(
                        (row, number) ->
                                new Verdicts(
                                        row.getString("criterion"),
                                        row.getString("one"),
                                        row.getString("other"),
                                        row.getInt("times")))
                .list();
    }

    private static String ofReaders(Sample sample) {
        return " from review_reading a join review_reading b on b.tenant = a.tenant"
                + " and b.grading_id = a.grading_id and b.number = 2"
                + " join review_item i on i.tenant = a.tenant and i.grading_id = a.grading_id"
                + " where a.tenant = :tenant and a.number = 1 and i.waiting = false"
                + (sample.question().isPresent() ? " and i.question_key = :question" : "")
                + (sample.random() ? " and i.at_random = true" : "")
                + " order by b.read_at desc limit :most";
    }

    private static String from(Sample sample) {
        return " from review_item where tenant = :tenant and reviewed_at is not null"
                + " and machine is not null and waiting = false"
                + (sample.question().isPresent() ? " and question_key = :question" : "")
                + (sample.random() ? " and at_random = true" : "")
                + " order by reviewed_at desc limit :most";
    }

    private static Map<String, Object> parameters(Sample sample) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", sample.tenant().value());
        parameters.put("most", sample.most());
        sample.question().ifPresent(key -> parameters.put("question", key));
        return parameters;
    }
}
