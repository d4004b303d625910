/** Tests of the command line. */
@NullMarked
package dev.ponder.bench;

import org.jspecify.annotations.NullMarked;
