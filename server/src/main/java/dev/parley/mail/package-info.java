/// E-mails to the administrators of this installation, by SMTP. Disabled until a server is
/// configured.
@ApplicationModule(allowedDependencies = {"platform", "platform :: language", "background"})
@NullMarked
package dev.parley.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
