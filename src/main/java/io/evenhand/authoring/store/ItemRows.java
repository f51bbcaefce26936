package io.evenhand.authoring.store;

import io.evenhand.authoring.preview.Comparison;
import io.evenhand.authoring.preview.Item;
import io.evenhand.authoring.preview.PendingGrade;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.StorageJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** Maps items of previews to rows and back. */
final class ItemRows implements RowMapper<Item> {

    private final StorageJson json;

    ItemRows(StorageJson json) {
        this.json = json;
    }

    @Override
    public Item mapRow(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getInt("seq"),
                new GradingId(row.getString("grading_id")),
                Item.Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("result"))
                        .map(text -> json.read(text, Comparison.class)),
                Optional.ofNullable(row.getString("grade"))
                        .map(text -> json.read(text, PendingGrade.class)));
    }
}
