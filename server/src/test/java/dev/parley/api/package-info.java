/// What programs are promised, asked over HTTP.
@NullMarked
package dev.parley.api;

import org.jspecify.annotations.NullMarked;
