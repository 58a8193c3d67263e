/// Macros: several actions of an agent in a conversation under one name, and how far those that
/// were started got. What a step does is decided at the desk, which runs them.
@NamedInterface("macro")
@NullMarked
package dev.parley.engagement.macro;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
