/// Invalid requests that no proper client would send, and how the server handles them.
@NullMarked
package dev.parley.hostile;

import org.jspecify.annotations.NullMarked;
