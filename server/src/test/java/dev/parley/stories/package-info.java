/// What people do with Parley, tested through its real parts.
@NullMarked
package dev.parley.stories;

import org.jspecify.annotations.NullMarked;
