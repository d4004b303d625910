package dev.ponder.triton.client.jinja;

import java.util.List;
import java.util.Map;

/** What has a value. */
sealed interface Expression {

    record Literal(Object value) implements Expression {}

    record Name(String name) implements Expression {}

    record ListOf(List<Expression> items) implements Expression {}

    record TupleOf(List<Expression> items) implements Expression {}

    record MapOf(List<Entry> entries) implements Expression {}

    /** One of a map's entries. */
    record Entry(Expression key, Expression value) {}

    /** {@code of.name} */
    record Attribute(Expression of, String name) implements Expression {}

    /** {@code of[key]} */
    record Item(Expression of, Expression key) implements Expression {}

    /** {@code of[from:to:step]}, {@link None} for what is left out. */
    record Slice(Expression of, Expression from, Expression to, Expression step) implements Expression {}

    record Call(Expression callee, Given given) implements Expression {}

    record Filtered(Expression of, String filter, Given given) implements Expression {}

    record Tested(Expression of, String test, Given given) implements Expression {}

    record Not(Expression of) implements Expression {}

    record Signed(String sign, Expression of) implements Expression {}

    record Binary(String operator, Expression left, Expression right) implements Expression {}

    record And(Expression left, Expression right) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    /** {@code first < second <= third}: each with the one before it. */
    record Compared(Expression first, List<Link> links) implements Expression {}

    /** One of a comparison's links. */
    record Link(String operator, Expression with) {}

    record Conditional(Expression condition, Expression then, Expression otherwise) implements Expression {}

    /** The arguments as they are written. */
    record Given(List<Expression> positional, Map<String, Expression> named) {
        static final Given NOTHING = new Given(List.of(), Map.of());
    }
}
