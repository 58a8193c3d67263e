package dev.parley.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.notification.NotificationTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a notification template, or the form for a new one.
///
/// @param template null for a new one
/// @param title the displayed name
/// @param usedBy the names of the workstreams that chose it
/// @param made who created it and who changed it last; null for a new one
/// @param notice a message; empty for none
public record NotificationTemplateView(
        @Nullable NotificationTemplate template,
        String title,
        NotificationTemplateForm form,
        List<String> usedBy,
        @Nullable ChangeInfo made,
        Problems problems,
        String notice) {
    public NotificationTemplateView {
        usedBy = List.copyOf(usedBy);
    }

    public boolean isDefault() {
        return template != null && template.isDefault();
    }

    public String address() {
        return "/admin/notification-templates/" + (template == null ? "new" : template.id());
    }
}
