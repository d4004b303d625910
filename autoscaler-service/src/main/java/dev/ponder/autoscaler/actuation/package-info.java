/** What becomes of a decision: who may write, what is written, whom a scale-in takes. Knows no Kubernetes client. */
@NullMarked
package dev.ponder.autoscaler.actuation;

import org.jspecify.annotations.NullMarked;
