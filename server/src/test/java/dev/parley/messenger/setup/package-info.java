@NullMarked
package dev.parley.messenger.setup;

import org.jspecify.annotations.NullMarked;
