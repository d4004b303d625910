/** Tests of laying topics. */
@NullMarked
package dev.ponder.local.provision;

import org.jspecify.annotations.NullMarked;
