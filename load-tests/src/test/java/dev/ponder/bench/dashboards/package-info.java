@NullMarked
package dev.ponder.bench.dashboards;

import org.jspecify.annotations.NullMarked;
