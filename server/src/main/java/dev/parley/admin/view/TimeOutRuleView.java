package dev.parley.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.Workstream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page of a time-out rule, or the form for a new one.
///
/// @param id null for a new one
/// @param slugs the names of the slugs that a message can contain
/// @param made who created it and who changed it last; null for a new one
public record TimeOutRuleView(
        Workstream workstream,
        @Nullable UUID id,
        TimeOutRuleForm form,
        List<String> slugs,
        @Nullable ChangeInfo made,
        Problems problems) {
    public TimeOutRuleView {
        slugs = List.copyOf(slugs);
    }

    /// {@return the address of the list}
    public String list() {
        return "/admin/workstreams/" + workstream.id() + "/time-outs";
    }

    public String address() {
        return list() + "/" + (id == null ? "new" : id.toString());
    }
}
