package dev.ponder.triton.client.jinja;

import dev.ponder.triton.client.jinja.Expression.Given;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives expressions their values. One rendering's. */
final class Evaluator {

    private final Budget budget;

    Evaluator(Budget budget) {
        this.budget = budget;
    }

    Object value(Expression expression, Scope scope) {
        budget.step();
        return switch (expression) {
            case Expression.Literal(Object value) -> value;
            case Expression.Name(String name) -> scope.get(name);
            case Expression.ListOf(List<Expression> items) -> values(items, scope);
            case Expression.TupleOf(List<Expression> items) -> new Tuple(values(items, scope));
            case Expression.MapOf(List<Expression.Entry> entries) -> map(entries, scope);
            case Expression.Attribute(Expression of, String name) -> Lookup.attribute(value(of, scope), name);
            case Expression.Item(Expression of, Expression key) -> Lookup.item(value(of, scope), value(key, scope));
            case Expression.Slice slice -> slice(slice, scope);
            case Expression.Call(Expression callee, Given given) -> call(callee, given, scope);
            case Expression.Filtered(Expression of, String filter, Given given) ->
                Filters.apply(filter, value(of, scope), arguments(given, scope));
            case Expression.Tested(Expression of, String test, Given given) ->
                Tests.holds(test, value(of, scope), arguments(given, scope));
            case Expression.Not(Expression of) -> !isTrue(of, scope);
            case Expression.Signed(String sign, Expression of) -> Numbers.signed(sign, value(of, scope));
            case Expression.Binary(String operator, Expression left, Expression right) ->
                Arithmetic.of(operator, value(left, scope), value(right, scope));
            case Expression.And(Expression left, Expression right) -> {
                Object value = value(left, scope);
                yield Kinds.truth(value) ? value(right, scope) : value;
            }
            case Expression.Or(Expression left, Expression right) -> {
                Object value = value(left, scope);
                yield Kinds.truth(value) ? value : value(right, scope);
            }
            case Expression.Compared(Expression first, List<Expression.Link> links) -> compared(first, links, scope);
            case Expression.Conditional(Expression condition, Expression then, Expression otherwise) ->
                value(isTrue(condition, scope) ? then : otherwise, scope);
        };
    }

    boolean isTrue(Expression expression, Scope scope) {
        return Kinds.truth(value(expression, scope));
    }

    private List<Object> values(List<Expression> expressions, Scope scope) {
        List<Object> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(value(expression, scope));
        }
        return values;
    }

    private Map<Object, Object> map(List<Expression.Entry> entries, Scope scope) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Expression.Entry entry : entries) {
            map.put(value(entry.key(), scope), value(entry.value(), scope));
        }
        return map;
    }

    private Object slice(Expression.Slice slice, Scope scope) {
        return Slices.of(
                value(slice.of(), scope),
                value(slice.from(), scope),
                value(slice.to(), scope),
                value(slice.step(), scope));
    }

    private Object call(Expression callee, Given given, Scope scope) {
        return switch (value(callee, scope)) {
            case Callable callable -> callable.call(arguments(given, scope));
            case Undefined missing -> throw missing.fault();
            case Object other -> throw new JinjaException(Kinds.name(other) + " can't be called");
        };
    }

    private Arguments arguments(Given given, Scope scope) {
        if (given.positional().isEmpty() && given.named().isEmpty()) {
            return Arguments.NONE;
        }
        Map<String, Object> named = new LinkedHashMap<>();
        given.named().forEach((name, expression) -> named.put(name, value(expression, scope)));
        return new Arguments(values(given.positional(), scope), named);
    }

    private boolean compared(Expression first, List<Expression.Link> links, Scope scope) {
        Object left = value(first, scope);
        for (Expression.Link link : links) {
            Object right = value(link.with(), scope);
            if (!Comparison.holds(link.operator(), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }
}
