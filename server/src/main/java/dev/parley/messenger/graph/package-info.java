/// Where Parley calls on Messenger: the Graph API.
@NullMarked
package dev.parley.messenger.graph;

import org.jspecify.annotations.NullMarked;
