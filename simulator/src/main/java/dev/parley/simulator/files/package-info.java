/// Images and attachments that the simulator serves.
@NullMarked
package dev.parley.simulator.files;

import org.jspecify.annotations.NullMarked;
