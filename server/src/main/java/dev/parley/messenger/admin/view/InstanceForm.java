package dev.parley.messenger.admin.view;

import dev.parley.workstream.ChannelInstance;
import dev.parley.workstream.InstanceSettings;

/// The settings chosen for a page in a workstream.
///
/// @param revision of the instance when the form was opened; 0 while there is none
public record InstanceForm(InstanceSettings settings, int revision) {
    /// {@return the form as it is before anything is chosen}
    public static InstanceForm of(ChannelInstance instance) {
        return new InstanceForm(instance.settings(), instance.revision());
    }

    /// {@return the same, to overwrite what another user saved in the meantime}
    public InstanceForm withRevision(int otherRevision) {
        return new InstanceForm(settings, otherRevision);
    }
}
