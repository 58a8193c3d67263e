package dev.parley.routing;

import dev.parley.identity.UserId;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.notification.NotificationOccasion;
import dev.parley.workstream.notification.NotificationTemplateId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Maps the terms of offers to database columns.
final class OfferTermsRows {
    private OfferTermsRows() {}

    /// The columns, by the names of the parameters.
    static Map<String, @Nullable Object> columns(OfferTerms terms) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("occasion", terms.occasion().name());
        columns.put("template", terms.template() == null ? null : terms.template().value());
        columns.put("workstream", terms.workstream() == null ? null : terms.workstream().value());
        columns.put("mayDecline", terms.mayDecline());
        columns.put("automatic", terms.automatic());
        columns.put("assignedBy", terms.assignedBy() == null ? null : terms.assignedBy().value());
        return columns;
    }

    static OfferTerms terms(ResultSet row) throws SQLException {
        var occasion = row.getString("occasion");
        var workstream = row.getObject("workstream_id", UUID.class);
        var assignedBy = row.getObject("assigned_by", UUID.class);
        var template = row.getObject("template_id", UUID.class);
        return new OfferTerms(
                occasion == null
                        ? NotificationOccasion.UNKNOWN_CUSTOMER
                        : NotificationOccasion.valueOf(occasion),
                workstream == null ? null : new WorkstreamId(workstream),
                template == null ? null : new NotificationTemplateId(template),
                row.getBoolean("may_decline"),
                row.getBoolean("automatic"),
                assignedBy == null ? null : new UserId(assignedBy));
    }
}
