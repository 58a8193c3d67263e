/// What tests share: the whole server with the simulator, people and the clock; raw connections;
/// files on other hosts.
@NullMarked
package dev.parley.testing;

import org.jspecify.annotations.NullMarked;
