package dev.parley.admin.view;

import java.util.List;

/// What there is in the admin centre, by the reference's words. Only what works stands here.
public final class SiteMap {
    /// In the order of the screen. What is new takes one line.
    public static final List<Section> SECTIONS =
            List.of(
                    new Section(
                            "admin.support",
                            List.of(
                                    new Entry("admin.channels", "/admin/channels"),
                                    new Entry("admin.accounts", "/admin/messaging-accounts")
                                            .deeper(),
                                    new Entry("admin.streams", "/admin/workstreams"),
                                    new Entry("admin.queues", "/admin/queues"))),
                    new Section(
                            "admin.userManagement",
                            List.of(new Entry("admin.users", "/admin/users"))),
                    new Section(
                            "admin.operations",
                            List.of(
                                    new Entry("admin.audit", "/admin/audit"),
                                    new Entry("admin.traffic", "/admin/traffic")
                                            .counted("admin.traffic.alerts"),
                                    new Entry("admin.deadLetters", "/admin/dead-letters")
                                            .counted("admin.deadLetters.waiting"),
                                    new Entry("privacy.title", "/admin/data-requests"))));

    private SiteMap() {}

    /// A heading with what is below it.
    ///
    /// @param name the key of its text
    public record Section(String name, List<Entry> entries) {
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /// One page, or a list with the pages below it.
    ///
    /// @param name the key of its text
    /// @param below whether it belongs to the entry above it
    /// @param counts the key of what a [dev.parley.platform.web.Badge] of this address counts;
    ///   empty for nothing
    public record Entry(String name, String address, boolean below, String counts) {
        Entry(String name, String address) {
            this(name, address, false, "");
        }

        Entry deeper() {
            return new Entry(name, address, true, counts);
        }

        Entry counted(String what) {
            return new Entry(name, address, below, what);
        }
    }
}
