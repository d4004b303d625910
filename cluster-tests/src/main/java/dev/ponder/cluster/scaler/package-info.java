/** Our external scaler under a real KEDA operator and the real HPA controller. */
@NullMarked
package dev.ponder.cluster.scaler;

import org.jspecify.annotations.NullMarked;
