package dev.ponder.triton.client.jinja;

import dev.ponder.triton.client.jinja.Expression.Binary;
import dev.ponder.triton.client.jinja.Expression.Link;
import dev.ponder.triton.client.jinja.Expression.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads expressions, operators binding as in jinja2. One tag's. */
final class ExpressionParser {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=", "in");
    private static final int MOST_NESTED = 200;

    private final Tokens tokens;
    private final OperandParser operands;
    private int nested;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, this);
    }

    /** One expression. */
    Expression expression() {
        if (++nested > MOST_NESTED) {
            throw tokens.fault("expressions are nested more than " + MOST_NESTED + " deep");
        }
        Expression value = or();
        while (tokens.accept("if")) {
            Expression condition = or();
            Expression otherwise = tokens.accept("else")
                    ? expression()
                    : new Literal(new Undefined("the value of an 'if' without 'else'"));
            value = new Expression.Conditional(condition, value, otherwise);
        }
        nested--;
        return value;
    }

    /** One expression, or several with commas between, which are a tuple. */
    Expression expressions() {
        return tupled(expression());
    }

    /** The same, where an {@code if} after it isn't part of it. */
    Expression withoutCondition() {
        Expression first = or();
        return tokens.at("if") ? first : tupled(first);
    }

    private Expression tupled(Expression first) {
        if (!tokens.at(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (tokens.accept(",") && !endsTuple()) {
            items.add(expression());
        }
        return new Expression.TupleOf(items);
    }

    private boolean endsTuple() {
        return tokens.at(")") || tokens.peek().kind() == Token.Kind.END;
    }

    private Expression or() {
        Expression left = and();
        while (tokens.accept("or")) {
            left = new Expression.Or(left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.accept("and")) {
            left = new Expression.And(left, not());
        }
        return left;
    }

    private Expression not() {
        boolean negates = false;
        boolean negated = false;
        while (tokens.accept("not")) {
            negates = !negates;
            negated = true;
        }
        Expression compared = compared();
        if (!negated) {
            return compared;
        }
        return negates ? new Expression.Not(compared) : new Expression.Not(new Expression.Not(compared));
    }

    private Expression compared() {
        Expression first = sum();
        List<Link> links = new ArrayList<>();
        while (atComparison()) {
            String operator = tokens.next().text();
            if (operator.equals("not")) {
                tokens.next();
                operator = "not in";
            }
            links.add(new Link(operator, sum()));
        }
        return links.isEmpty() ? first : new Expression.Compared(first, List.copyOf(links));
    }

    private boolean atComparison() {
        Token token = tokens.peek();
        boolean excludes = token.is("not") && tokens.peekNext().is("in");
        return excludes || (token.kind() != Token.Kind.STRING && COMPARISONS.contains(token.text()));
    }

    private Expression sum() {
        Expression left = joined();
        while (tokens.at("+") || tokens.at("-")) {
            left = new Binary(tokens.next().text(), left, joined());
        }
        return left;
    }

    private Expression joined() {
        Expression left = product();
        while (tokens.accept("~")) {
            left = new Binary("~", left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = power();
        while (tokens.at("*") || tokens.at("/") || tokens.at("//") || tokens.at("%")) {
            left = new Binary(tokens.next().text(), left, power());
        }
        return left;
    }

    private Expression power() {
        Expression left = signed(true);
        while (tokens.accept("**")) {
            left = new Binary("**", left, signed(true));
        }
        return left;
    }

    private Expression signed(boolean takesFilters) {
        if (tokens.at("-") || tokens.at("+")) {
            Expression signed = new Expression.Signed(tokens.next().text(), signed(false));
            return takesFilters ? operands.filtered(signed) : signed;
        }
        Expression operand = operands.operand();
        return takesFilters ? operands.filtered(operand) : operand;
    }
}
