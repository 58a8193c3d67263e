/// Benchmarks of load and start time, each with a baseline.
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
