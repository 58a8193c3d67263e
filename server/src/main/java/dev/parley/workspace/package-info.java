/// What a user left at the desk: drafts of replies, and the conversations that are open as tabs.
@ApplicationModule(allowedDependencies = {"work", "platform", "identity", "conversation"})
@NullMarked
package dev.parley.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
