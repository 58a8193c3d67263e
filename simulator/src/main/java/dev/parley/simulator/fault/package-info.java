/// The faults that can be set.
@NullMarked
package dev.parley.simulator.fault;

import org.jspecify.annotations.NullMarked;
