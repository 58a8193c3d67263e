/// Files of customers, from Messenger to the browser.
@NullMarked
package dev.parley.attachment;

import org.jspecify.annotations.NullMarked;
