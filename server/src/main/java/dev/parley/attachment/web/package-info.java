/// Hands files out, so that nothing in them can do harm in a browser.
@NamedInterface("web")
@NullMarked
package dev.parley.attachment.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
