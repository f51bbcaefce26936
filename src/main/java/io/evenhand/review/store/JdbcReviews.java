package io.evenhand.review.store;

import io.evenhand.review.agreement.Reviews;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was reviewed from the queue's own tables. */
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

    private static String from(Sample sample) {
        return " from review_item where tenant = :tenant and reviewed_at is not null"
                + " and machine is not null"
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
