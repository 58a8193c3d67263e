/// The Facebook apps and pages that Parley speaks through.
@NamedInterface("account")
@NullMarked
package dev.parley.messenger.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
