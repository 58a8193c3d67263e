@NullMarked
package dev.parley.privacy;

import org.jspecify.annotations.NullMarked;
