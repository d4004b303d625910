/** Line plots as SVG, drawn without a library: {@link dev.ponder.local.plot.SvgPlot} draws a {@link dev.ponder.local.plot.Plot}. */
@NullMarked
package dev.ponder.local.plot;

import org.jspecify.annotations.NullMarked;
