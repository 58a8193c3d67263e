/// The simulated world: apps, pages, people, and one thread for each page and person.
@NullMarked
package dev.parley.simulator.world;

import org.jspecify.annotations.NullMarked;
