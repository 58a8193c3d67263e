/// Pictures and attachments that others fetch from here.
@NullMarked
package dev.parley.simulator.files;

import org.jspecify.annotations.NullMarked;
