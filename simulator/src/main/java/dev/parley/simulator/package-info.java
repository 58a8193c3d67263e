/// A simulator of the Messenger Platform: its Graph API, its webhooks, and a page to write from.
@NullMarked
package dev.parley.simulator;

import org.jspecify.annotations.NullMarked;
