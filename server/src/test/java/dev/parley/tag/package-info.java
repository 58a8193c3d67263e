@NullMarked
package dev.parley.tag;

import org.jspecify.annotations.NullMarked;
