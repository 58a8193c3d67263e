@NullMarked
package dev.parley.platform.language;

import org.jspecify.annotations.NullMarked;
