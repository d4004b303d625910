package dev.ponder.triton.client.jinja;

import static dev.ponder.triton.client.jinja.None.NONE;

import dev.ponder.triton.client.jinja.Expression.Given;
import dev.ponder.triton.client.jinja.Expression.Literal;
import dev.ponder.triton.client.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what operators stand between: literals, names, and what hangs on them. One tag's. */
final class OperandParser {

    private static final Set<Kind> BEGIN_ARGUMENT = Set.of(Kind.NAME, Kind.STRING, Kind.INTEGER, Kind.FLOAT);
    private static final Set<String> NO_ARGUMENT = Set.of("else", "or", "and", "if", "not", "in", "is");

    private final Tokens tokens;
    private final ExpressionParser expressions;

    OperandParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression operand() {
        Expression operand = primary();
        while (true) {
            if (tokens.accept(".")) {
                operand = attribute(operand);
            } else if (tokens.accept("[")) {
                operand = item(operand);
            } else if (tokens.at("(")) {
                operand = call(operand);
            } else {
                return operand;
            }
        }
    }

    /** Filters and tests of an operand. */
    Expression filtered(Expression operand) {
        Expression value = operand;
        while (true) {
            if (tokens.accept("|")) {
                value = filter(value);
            } else if (tokens.accept("is")) {
                value = test(value);
            } else if (tokens.at("(")) {
                value = call(value);
            } else {
                return value;
            }
        }
    }

    private Expression primary() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case NAME -> name(token.text());
            case STRING -> new Literal(strings(token.text()));
            case INTEGER -> new Literal(Numbers.whole(token.text()));
            case FLOAT -> new Literal(Double.valueOf(token.text()));
            case OPERATOR, END -> bracketed(token);
        };
    }

    private static Expression name(String name) {
        return switch (name) {
            case "true", "True" -> new Literal(true);
            case "false", "False" -> new Literal(false);
            case "none", "None" -> new Literal(NONE);
            default -> new Expression.Name(name);
        };
    }

    private String strings(String first) {
        StringBuilder text = new StringBuilder(first);
        while (tokens.peek().kind() == Kind.STRING) {
            text.append(tokens.next().text());
        }
        return text.toString();
    }

    private Expression bracketed(Token open) {
        return switch (open.text()) {
            case "(" -> parenthesised();
            case "[" -> new Expression.ListOf(listed("]"));
            case "{" -> map();
            default -> throw new JinjaException("a value is missing before " + open).at(open.line());
        };
    }

    private Expression parenthesised() {
        if (tokens.accept(")")) {
            return new Expression.TupleOf(List.of());
        }
        Expression value = expressions.expressions();
        tokens.expect(")");
        return value;
    }

    private List<Expression> listed(String close) {
        List<Expression> items = new ArrayList<>();
        while (!tokens.accept(close)) {
            items.add(expressions.expression());
            if (!tokens.at(close)) {
                tokens.expect(",");
            }
        }
        return List.copyOf(items);
    }

    private Expression map() {
        List<Expression.Entry> entries = new ArrayList<>();
        while (!tokens.accept("}")) {
            Expression key = expressions.expression();
            tokens.expect(":");
            entries.add(new Expression.Entry(key, expressions.expression()));
            if (!tokens.at("}")) {
                tokens.expect(",");
            }
        }
        return new Expression.MapOf(List.copyOf(entries));
    }

    private Expression attribute(Expression of) {
        if (tokens.peek().kind() == Kind.INTEGER) {
            return new Expression.Item(
                    of, new Literal(Numbers.whole(tokens.next().text())));
        }
        return new Expression.Attribute(of, tokens.name());
    }

    private Expression item(Expression of) {
        Expression from = tokens.at(":") ? new Literal(NONE) : expressions.expression();
        if (tokens.accept("]")) {
            return new Expression.Item(of, from);
        }
        tokens.expect(":");
        Expression to = sliceEnd();
        Expression step = tokens.accept(":") ? sliceEnd() : new Literal(NONE);
        tokens.expect("]");
        return new Expression.Slice(of, from, to, step);
    }

    private Expression sliceEnd() {
        return tokens.at(":") || tokens.at("]") ? new Literal(NONE) : expressions.expression();
    }

    private Expression call(Expression callee) {
        return new Expression.Call(callee, given());
    }

    private Given given() {
        tokens.expect("(");
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!tokens.accept(")")) {
            if (tokens.peek().kind() == Kind.NAME && tokens.peekNext().is("=")) {
                String name = tokens.name();
                tokens.expect("=");
                named.put(name, expressions.expression());
            } else {
                positional.add(expressions.expression());
            }
            if (!tokens.at(")")) {
                tokens.expect(",");
            }
        }
        return new Given(List.copyOf(positional), named);
    }

    private Expression filter(Expression of) {
        String name = tokens.name();
        return new Expression.Filtered(of, name, tokens.at("(") ? given() : Given.NOTHING);
    }

    private Expression test(Expression of) {
        boolean negated = tokens.accept("not");
        String name = tokens.name();
        Expression tested = new Expression.Tested(of, name, testGiven());
        return negated ? new Expression.Not(tested) : tested;
    }

    /** A test's argument needs no parentheses. */
    private Given testGiven() {
        if (tokens.at("(")) {
            return given();
        }
        Token token = tokens.peek();
        boolean opens = tokens.at("[") || tokens.at("{");
        boolean begins = BEGIN_ARGUMENT.contains(token.kind());
        boolean keyword = token.kind() == Kind.NAME && NO_ARGUMENT.contains(token.text());
        return opens || (begins && !keyword) ? new Given(List.of(operand()), Map.of()) : Given.NOTHING;
    }
}
