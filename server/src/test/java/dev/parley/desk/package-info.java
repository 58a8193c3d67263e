@NullMarked
package dev.parley.desk;

import org.jspecify.annotations.NullMarked;
