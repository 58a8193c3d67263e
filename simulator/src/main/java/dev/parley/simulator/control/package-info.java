/// The control API: acts as a person, sets the clock and faults, and shows what happened.
@NullMarked
package dev.parley.simulator.control;

import org.jspecify.annotations.NullMarked;
