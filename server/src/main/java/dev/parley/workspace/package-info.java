/// What a user left at the desk: drafts of replies, the conversations that are open as tabs, how
/// they want to be alerted, and saved views of the list.
@ApplicationModule(
        allowedDependencies = {
            "background",
            "platform",
            "identity",
            "conversation",
            "workstream :: notification"
        })
@NullMarked
package dev.parley.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
