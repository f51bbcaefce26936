package io.evenhand.authoring.store;

import io.evenhand.authoring.preview.Comparison;
import io.evenhand.authoring.preview.Item;
import io.evenhand.authoring.preview.PendingGrade;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.Place;
import io.evenhand.platform.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** Maps items of previews to rows and back. */
final class ItemRows implements RowMapper<Item> {

    private final StorageJson json;
    private final Vault vault;

    ItemRows(StorageJson json, Vault vault) {
        this.json = json;
        this.vault = vault;
    }

    @Override
    public Item mapRow(ResultSet row, int number) throws SQLException {
        TenantId tenant = new TenantId(row.getString("tenant"));
        GradingId grading = new GradingId(row.getString("grading_id"));
        return new Item(
                row.getInt("seq"),
                grading,
                Item.Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("result"))
                        .map(text -> vault.open(place("result", tenant, grading), text))
                        .map(text -> json.read(text, Comparison.class)),
                Optional.ofNullable(row.getString("grade"))
                        .map(text -> vault.open(place("grade", tenant, grading), text))
                        .map(text -> json.read(text, PendingGrade.class)));
    }

    String sealed(String column, TenantId tenant, GradingId grading, Object value) {
        return vault.seal(place(column, tenant, grading), json.write(value));
    }

    private static Place place(String column, TenantId tenant, GradingId grading) {
        return SealedPreviews.ITEM.place(column, tenant, grading);
    }
}
