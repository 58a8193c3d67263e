/// What every module stands on, tested.
@NullMarked
package dev.parley.platform;

import org.jspecify.annotations.NullMarked;
