package dev.parley.workstream;

import dev.parley.platform.language.Language;
import java.time.Duration;

/// How the conversations of one page are handled just now: what its instance says, or an instance's
/// defaults where nobody has set the page up.
///
/// @param switches what an administrator switched on for the page
/// @param language of what Parley itself says to customers
public record Handling(Switches switches, Language language, Workstream workstream) {
    /// {@return whether agents may write from 24 hours to 7 days after the customer's last act}
    public boolean messageTag() {
        return switches.messageTag();
    }

    /// {@return whether files from customers are taken}
    public boolean customerFiles() {
        return switches.customerFiles();
    }

    /// {@return whether agents may send files}
    public boolean agentFiles() {
        return switches.agentFiles();
    }

    /// {@return when a waiting conversation closes by itself}
    public Duration closeWaitingAfter() {
        return workstream.distribution().closeWaitingAfter();
    }
}
