/** What will be asked by the time that a replica asked for now is warm. */
@NullMarked
package dev.ponder.scaling.forecast;

import org.jspecify.annotations.NullMarked;
