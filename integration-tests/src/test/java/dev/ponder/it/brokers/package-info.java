/** The chain while brokers fail. */
@NullMarked
package dev.ponder.it.brokers;

import org.jspecify.annotations.NullMarked;
