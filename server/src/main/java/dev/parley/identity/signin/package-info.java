/// The doors: signing in and out, what each address asks for, and one's own account.
@NullMarked
package dev.parley.identity.signin;

import org.jspecify.annotations.NullMarked;
