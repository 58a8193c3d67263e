/// Sends: what Meta accepts from an app, what it refuses, and faults.
@NullMarked
package dev.parley.simulator.graph.send;

import org.jspecify.annotations.NullMarked;
