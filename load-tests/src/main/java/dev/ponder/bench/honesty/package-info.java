/** Whether the fleet simulation tells the truth: the same requests in it and, in real time, through the house. */
@NullMarked
package dev.ponder.bench.honesty;

import org.jspecify.annotations.NullMarked;
