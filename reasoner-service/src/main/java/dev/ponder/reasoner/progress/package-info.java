/** How far jobs have come: what is written down of it, how often, and from where a job goes on. */
@NullMarked
package dev.ponder.reasoner.progress;

import org.jspecify.annotations.NullMarked;
