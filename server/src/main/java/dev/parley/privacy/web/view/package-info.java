/// What the templates of the privacy screens get.
@NullMarked
package dev.parley.privacy.web.view;

import org.jspecify.annotations.NullMarked;
