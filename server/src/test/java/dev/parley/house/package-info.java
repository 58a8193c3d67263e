/// The test fixture for stories: the whole server, the simulator, people, and the clock.
@NullMarked
package dev.parley.house;

import org.jspecify.annotations.NullMarked;
