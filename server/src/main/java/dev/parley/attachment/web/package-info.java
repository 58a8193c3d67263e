/// Serves files so that they cannot do harm in a browser.
@NamedInterface("web")
@NullMarked
package dev.parley.attachment.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
