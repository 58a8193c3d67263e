/// Tries a folder of webhook bodies and Graph answers on the whole server, and tells what each
/// became.
@NullMarked
package dev.parley.payloads;

import org.jspecify.annotations.NullMarked;
