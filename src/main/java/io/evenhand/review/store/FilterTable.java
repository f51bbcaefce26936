package io.evenhand.review.store;

import io.evenhand.platform.SearchableText;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.Vault;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people saved to come back to, and the names to filter by. */
final class FilterTable {

    private final JdbcClient jdbc;
    private final Vault vault;

    FilterTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Map<String, String> of(TenantId tenant, String owner) {
        return pairs(
                jdbc.sql(
                                """
                                select name as a, query as b from review_filter
                                where tenant = :tenant and owner = :owner order by name""")
                        .param("tenant", tenant.value())
                        .param("owner", owner));
    }

    void save(TenantId tenant, String owner, String name, String query) {
        drop(tenant, owner, name);
        jdbc.sql(
                        """
                        insert into review_filter (tenant, owner, name, query)
                        values (:tenant, :owner, :name, :query) on conflict do nothing""")
                .param("tenant", tenant.value())
                .param("owner", owner)
                .param("name", SearchableText.of(name))
                .param("query", query)
                .update();
    }

    void drop(TenantId tenant, String owner, String name) {
        jdbc.sql(
                        """
                        delete from review_filter
                        where tenant = :tenant and owner = :owner and name = :name""")
                .param("tenant", tenant.value())
                .param("owner", owner)
                .param("name", SearchableText.of(name))
                .update();
    }

    Map<String, String> questions(TenantId tenant, int most) {
        Map<String, String> labels =
                pairs(
                        jdbc.sql(
                                        """
                                        select question_key as a, label as b from review_question
                                        where tenant = :tenant
                                        order by first_seen desc limit :most""")
                                .param("tenant", tenant.value())
                                .param("most", most));
        labels.replaceAll(
                (key, label) ->
                        vault.open(SealedLabels.QUESTION.place("label", tenant, key), label));
        return labels;
    }

    private static Map<String, String> pairs(JdbcClient.StatementSpec statement) {
        Map<String, String> pairs = new LinkedHashMap<>();
        statement
                .query((row, number) -> Map.entry(row.getString("a"), row.getString("b")))
                .list()
                .forEach(pair -> pairs.put(pair.getKey(), pair.getValue()));
        return pairs;
    }
}
