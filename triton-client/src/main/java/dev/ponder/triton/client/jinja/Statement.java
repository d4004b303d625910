package dev.ponder.triton.client.jinja;

import java.util.List;
import java.util.Map;

/** What a rendering does, one after the other. */
sealed interface Statement {

    /** Where it stands. */
    int line();

    record Text(String text, int line) implements Statement {}

    record Output(Expression value, int line) implements Statement {}

    record If(List<Branch> branches, List<Statement> otherwise, int line) implements Statement {}

    /** One of an if's branches. */
    record Branch(Expression condition, List<Statement> body) {}

    record For(
            Target target,
            Expression in,
            Expression condition,
            List<Statement> body,
            List<Statement> otherwise,
            int line)
            implements Statement {}

    record Assign(Target target, Expression value, int line) implements Statement {}

    /** {@code set} with a body. */
    record Capture(Target target, List<Statement> body, int line) implements Statement {}

    record DefineMacro(String name, List<Parameter> parameters, List<Statement> body, int line) implements Statement {}

    /**
     * One of a macro's parameters.
     *
     * @param otherwise its value where none is given; {@link Undefined} if it has none
     */
    record Parameter(String name, Expression otherwise) {}

    record With(Map<String, Expression> variables, List<Statement> body, int line) implements Statement {}

    record Break(int line) implements Statement {}

    record Continue(int line) implements Statement {}

    /** Where a value goes. */
    sealed interface Target {

        record Variable(String name) implements Target {}

        record Field(String namespace, String name) implements Target {}

        record Several(List<Target> targets) implements Target {}
    }
}
