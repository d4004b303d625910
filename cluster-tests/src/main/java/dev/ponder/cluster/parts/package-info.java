/** The real parts that checks of scaling put together: broker, autoscaler, deployments, and what stands between them. */
@NullMarked
package dev.ponder.cluster.parts;

import org.jspecify.annotations.NullMarked;
