/// Tries a folder of webhook bodies and Graph responses on the whole server, and reports the result
/// of each.
@NullMarked
package dev.parley.payloads;

import org.jspecify.annotations.NullMarked;
