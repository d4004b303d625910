/** Lays the topics of an installation and sets its share group up, or says what is not as the plan has it. */
@NullMarked
package dev.ponder.local.provision;

import org.jspecify.annotations.NullMarked;
