/** The ports of observation: who can be asked about a pool, and what comes of it when they answer. */
@NullMarked
package dev.ponder.autoscaler.source;

import org.jspecify.annotations.NullMarked;
