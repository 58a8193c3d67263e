@NullMarked
package dev.parley.identity;

import org.jspecify.annotations.NullMarked;
