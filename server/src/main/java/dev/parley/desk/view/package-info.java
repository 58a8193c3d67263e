/// What the desk's templates are given: one record per thing on the screen, already decided, with
/// what the agent may do as plain fields.
@NullMarked
package dev.parley.desk.view;

import org.jspecify.annotations.NullMarked;
