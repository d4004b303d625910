/** Who asked what: identities as types, so that no bare string is taken for another. */
@NullMarked
package dev.ponder.contracts.id;

import org.jspecify.annotations.NullMarked;
