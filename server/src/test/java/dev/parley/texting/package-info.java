/// A channel that exists in the tests only: texts of 500 characters, and nothing else.
@NullMarked
package dev.parley.texting;

import org.jspecify.annotations.NullMarked;
