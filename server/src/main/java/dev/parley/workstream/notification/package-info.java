/// How agents are notified of conversations that are offered or assigned to them: templates, and
/// which of them a workstream uses.
@NamedInterface("notification")
@NullMarked
package dev.parley.workstream.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
