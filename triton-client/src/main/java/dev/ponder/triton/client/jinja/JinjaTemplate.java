package dev.ponder.triton.client.jinja;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A template, parsed once. Immutable, for any number of threads at once. */
public final class JinjaTemplate {

    private final List<Statement> statements;

    private JinjaTemplate(List<Statement> statements) {
        this.statements = statements;
    }

    /**
     * Reads a template, whitespace as with jinja2's {@code trim_blocks} and {@code lstrip_blocks}.
     *
     * @throws JinjaException if it is no template, or uses a tag that isn't known here; an unknown filter, test or method, as in jinja2, is
     *     a fault where it is come to
     */
    public static JinjaTemplate parse(String source) {
        return bounded(() -> new JinjaTemplate(new StatementParser(new PieceReader(source).read()).parse()));
    }

    /**
     * Renders.
     *
     * @param variables what the template may read: strings, numbers, booleans, lists, maps, {@link None} and {@link Callable}
     * @throws RaisedException if the template itself refuses what it is given
     * @throws JinjaException if it can't be rendered, or takes too much
     */
    public String render(Map<String, ?> variables) {
        return bounded(() -> new Renderer(new Budget())
                .render(statements, Scope.of(Globals.ALL).with(variables)));
    }

    /** However deep a source or a value is nested, it ends in no more than a refusal. */
    private static <T> T bounded(Supplier<T> step) {
        try {
            return step.get();
        } catch (StackOverflowError _) {
            throw new JinjaException("the template is nested too deeply");
        }
    }
}
