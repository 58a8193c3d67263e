package dev.parley.contact.web;

import dev.parley.contact.MergeChoices;
import dev.parley.contact.MergePlan;
import java.util.List;

/// The preview of a merge.
///
/// @param kept the one that stays
/// @param other the one that is merged into it
/// @param fields those that the company added, of which one of them has a value
/// @param chosen which value wins, where there can only be one
/// @param problems why they cannot be merged, each in a sentence; empty if they can
public record MergeView(
        MergePlan plan,
        Side kept,
        Side other,
        List<AddedField> fields,
        MergeChoices chosen,
        List<String> problems) {
    public MergeView {
        fields = List.copyOf(fields);
        problems = List.copyOf(problems);
    }

    public String address() {
        return "/customers/" + plan.kept().id() + "/merge";
    }

    /// {@return the same preview with the other one as the one that stays}
    public String reversed() {
        return "/customers/" + plan.other().id() + "/merge?with=" + plan.kept().id();
    }

    /// {@return whether there is a choice between two names}
    public boolean choosesName() {
        return !kept.name().equals(other.name());
    }

    /// {@return whether there is a choice between two companies, or one and none}
    public boolean choosesCompany() {
        var own = plan.kept().company();
        var others = plan.other().company();
        return own == null ? others != null : others == null || !own.id().equals(others.id());
    }

    /// A field that the company added.
    ///
    /// @param input the name of the choice in the form
    /// @param name the displayed name
    /// @param kept the displayed value of the one that stays; empty for none
    /// @param other that of the other one
    /// @param isOther whether the value of the other one is chosen
    public record AddedField(
            String input, String name, String kept, String other, boolean isOther) {}

    /// One of the two.
    ///
    /// @param name the displayed name
    /// @param company the displayed name of the company; empty for none
    /// @param profiles how many social profiles are linked to it
    /// @param people how many people work for it
    public record Side(String name, String company, int profiles, int people) {}
}
