/// Sends: what Meta takes from an app, what it refuses, and what goes wrong on the way.
@NullMarked
package dev.parley.simulator.graph.send;

import org.jspecify.annotations.NullMarked;
