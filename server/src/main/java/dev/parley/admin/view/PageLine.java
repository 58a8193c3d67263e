package dev.parley.admin.view;

import dev.parley.messenger.setup.FacebookPage;
import dev.parley.workstream.Switches;

/// One page of an account, and how it is set up.
public record PageLine(FacebookPage page, Switches switches) {}
