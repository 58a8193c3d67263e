/// Load and scale: each figure beside its yardstick.
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
