/// Everything that can be made to go wrong on purpose.
@NullMarked
package dev.parley.simulator.fault;

import org.jspecify.annotations.NullMarked;
