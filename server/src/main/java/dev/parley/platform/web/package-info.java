/// How pages are put together and sent: the frame around each, its files, its headers, and what
/// people and programs are told when something fails.
@NamedInterface("web")
@NullMarked
package dev.parley.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
