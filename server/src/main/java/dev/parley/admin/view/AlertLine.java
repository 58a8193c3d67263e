package dev.parley.admin.view;

import java.time.Instant;

/// Something about a page that an administrator should mend.
///
/// @param tone of the notice: `negative` for what does not work, `warning` for what ends soon
/// @param address of the page's screen
public record AlertLine(
        String tone, String title, String found, String mend, Instant since, String address) {}
