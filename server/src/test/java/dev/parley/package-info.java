/// Shape tests of the whole: boundaries, house style, documents.
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
