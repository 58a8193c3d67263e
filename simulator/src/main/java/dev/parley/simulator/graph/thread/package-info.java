/// Threads: their history, and which app controls them.
@NullMarked
package dev.parley.simulator.graph.thread;

import org.jspecify.annotations.NullMarked;
