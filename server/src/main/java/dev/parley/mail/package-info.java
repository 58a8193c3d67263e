/// E-mails to the administrators of this installation, by SMTP. Disabled until a server is
/// configured.
@ApplicationModule(allowedDependencies = {"platform", "platform :: language", "work"})
@NullMarked
package dev.parley.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
