package io.evenhand.grading.store;

import io.evenhand.grading.BatchId;
import io.evenhand.grading.Cost;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Submission;
import io.evenhand.grading.Usage;
import io.evenhand.platform.SearchableText;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.Place;
import io.evenhand.platform.vault.Vault;
import io.evenhand.question.QuestionRef;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Maps gradings to rows and back. */
final class GradingRows implements RowMapper<Grading> {

    private final StorageJson json;
    private final Vault vault;

    GradingRows(StorageJson json, Vault vault) {
        this.json = json;
        this.vault = vault;
    }

    @Override
    public Grading mapRow(ResultSet row, int number) throws SQLException {
        TenantId tenant = new TenantId(row.getString("tenant"));
        GradingId id = new GradingId(row.getString("id"));
        Opened texts = new Opened(vault, tenant, id);
        StoredResult result = json.read(texts.of(row, "result"), StoredResult.class);
        return new Grading(
                id,
                tenant,
                Optional.ofNullable(row.getString("batch_id")).map(BatchId::new),
                GradingStatus.valueOf(row.getString("status")),
                json.read(texts.of(row, "submission"), Submission.class)
                        .withAnswer(json.read(texts.of(row, "answer"), String.class)),
                result.flags(),
                result.grade(),
                result.noGrade(),
                result.cancelReason(),
                result.review(),
                row.getInt("revision"),
                row.getInt("attempt"),
                Times.instant(row, "lease_until"),
                Times.instant(row, "retry_at"),
                Times.instant(row, "created_at").orElseThrow(),
                Times.instant(row, "graded_at"),
                result.strikes(),
                result.anew(),
                result.fault(),
                Times.instant(row, "erased_at"),
                row.getLong("version"));
    }

    /** What a new row holds and a later move may change. */
    Map<String, @Nullable Object> changing(Grading grading) {
        Map<String, @Nullable Object> row = new HashMap<>();
        Optional<QuestionRef> question = grading.submission().question().ref();
        row.put("tenant", grading.tenant().value());
        row.put("id", grading.id().value());
        row.put("status", grading.status().name());
        row.put("revision", grading.revision());
        row.put("attempt", grading.attempt());
        row.put("version", grading.version());
        row.put("leaseUntil", Times.utc(grading.leaseUntil()));
        row.put("retryAt", Times.utc(grading.retryAt()));
        row.put("regradeFor", grading.waitsForBetter() ? grading.tenant().value() : null);
        row.put("gradedAt", Times.utc(grading.gradedAt()));
        row.put("questionVersion", question.map(QuestionRef::version).orElse(null));
        row.put("cost", cost(grading));
        row.put("submission", json.write(grading.submission().withAnswer("")));
        row.put("result", json.write(StoredResult.of(grading)));
        return row;
    }

    /** What a row holds from its first day on. */
    Map<String, @Nullable Object> all(Grading grading) {
        Map<String, @Nullable Object> row = changing(grading);
        row.put("batchId", grading.batch().map(BatchId::value).orElse(null));
        row.put("createdAt", Times.utc(grading.createdAt()));
        row.put(
                "candidateRef",
                grading.submission().candidateRef().map(SearchableText::of).orElse(null));
        row.put(
                "questionId",
                grading.submission().question().ref().map(QuestionRef::id).orElse(null));
        row.put("answer", answer(grading));
        return row;
    }

    /** The same row as it is stored. */
    Map<String, @Nullable Object> sealed(Grading grading, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> sealed = new HashMap<>(row);
        SealedGradings.GRADING
                .columns()
                .keySet()
                .forEach(
                        column ->
                                sealed.computeIfPresent(
                                        column,
                                        (_, text) ->
                                                vault.seal(
                                                        place(column, grading),
                                                        String.valueOf(text))));
        return sealed;
    }

    private static Place place(String column, Grading grading) {
        return SealedGradings.GRADING.place(column, grading.tenant(), grading.id());
    }

    String answer(Grading grading) {
        return json.write(grading.submission().answer());
    }

    /** A column of its own, since the cost of a batch is added up by the database. */
    private static @Nullable BigDecimal cost(Grading grading) {
        return grading.grade()
                .map(Grade::usage)
                .or(() -> grading.noGrade().map(NoGrade::usage))
                .flatMap(Usage::cost)
                .map(Cost::amount)
                .orElse(null);
    }
}
