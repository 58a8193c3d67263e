/// Requests that no proper client would send, and what the server makes of them.
@NullMarked
package dev.parley.hostile;

import org.jspecify.annotations.NullMarked;
