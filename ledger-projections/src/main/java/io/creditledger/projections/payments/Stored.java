package io.creditledger.projections.payments;

import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.projections.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads what several of the tables have. */
final class Stored {

    private Stored() {}

    static Instant moment(ResultSet row, String column) throws SQLException {
        return Columns.moment(row.getObject(column, OffsetDateTime.class));
    }

    static @Nullable Instant optionalMoment(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : Columns.moment(stored);
    }

    static @Nullable Short optionalNumber(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Short.class);
    }

    static @Nullable PaymentFailure failure(ResultSet row) throws SQLException {
        String code = row.getString("failure_code");
        return code == null
                ? null
                : new PaymentFailure(code, row.getString("failure_decline_code"), row.getString("failure_message"));
    }
}
