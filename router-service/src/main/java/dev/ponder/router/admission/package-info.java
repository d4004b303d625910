/** What is let in, what is refused and why. Pure but for the tenants' budgets. */
@NullMarked
package dev.ponder.router.admission;

import org.jspecify.annotations.NullMarked;
