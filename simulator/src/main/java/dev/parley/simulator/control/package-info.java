/// The wheel and the window: act as a person, turn the clock, break things, watch.
@NullMarked
package dev.parley.simulator.control;

import org.jspecify.annotations.NullMarked;
