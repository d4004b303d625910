package dev.ponder.triton.client.jinja;

import dev.ponder.triton.client.jinja.Expression.Literal;
import dev.ponder.triton.client.jinja.Statement.Branch;
import dev.ponder.triton.client.jinja.Statement.Parameter;
import dev.ponder.triton.client.jinja.Statement.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes statements of pieces. One template's. */
final class StatementParser {

    private static final int MOST_NESTED = 200;

    private final List<Piece> pieces;
    private int at;
    private int nested;
    /** The tag that ended the last body, its name read. */
    private Tokens ended = new Tokens(List.of(new Token(Token.Kind.END, "", 1)));

    private String endedBy = "";

    StatementParser(List<Piece> pieces) {
        this.pieces = pieces;
    }

    List<Statement> parse() {
        return body(Set.of());
    }

    /** Statements up to one of these tags, or to the template's end if there are none. */
    private List<Statement> body(Set<String> ends) {
        int opened = ended.line();
        if (++nested > MOST_NESTED) {
            throw ended.fault("tags are nested more than " + MOST_NESTED + " deep");
        }
        List<Statement> statements = new ArrayList<>();
        while (at < pieces.size()) {
            switch (pieces.get(at++)) {
                case Piece.Text(String text) -> statements.add(new Statement.Text(text, 0));
                case Piece.Output(Tokens tokens) -> statements.add(output(tokens));
                case Piece.Tag(Tokens tokens) -> {
                    String name = tokens.name();
                    if (ends.contains(name)) {
                        ended = tokens;
                        endedBy = name;
                        nested--;
                        return List.copyOf(statements);
                    }
                    tag(name, tokens, statements);
                }
            }
        }
        if (!ends.isEmpty()) {
            throw new JinjaException("'" + String.join("' or '", ends) + "' is missing for a tag that is open")
                    .at(opened);
        }
        return List.copyOf(statements);
    }

    private static Statement output(Tokens tokens) {
        Expression value = new ExpressionParser(tokens).expressions();
        tokens.expectEnd();
        return new Statement.Output(value, tokens.line());
    }

    private void tag(String name, Tokens tokens, List<Statement> into) {
        ended = tokens;
        int line = tokens.line();
        switch (name) {
            case "if" -> into.add(conditional(tokens, line));
            case "for" -> into.add(loop(tokens, line));
            case "set" -> into.add(assignment(tokens, line));
            case "macro" -> into.add(macro(tokens, line));
            case "with" -> into.add(with(tokens, line));
            case "break" -> into.add(new Statement.Break(line));
            case "continue" -> into.add(new Statement.Continue(line));
            case "generation" -> into.addAll(closed("endgeneration")); // Marks what is trained on; renders as its body.
            default -> throw tokens.fault("the tag '" + name + "' isn't known, or stands where it can't");
        }
        ended.expectEnd();
    }

    private List<Statement> closed(String end) {
        return body(Set.of(end));
    }

    private Statement conditional(Tokens tokens, int line) {
        List<Branch> branches = new ArrayList<>();
        List<Statement> otherwise = List.of();
        Tokens condition = tokens;
        endedBy = "if";
        while (!endedBy.equals("endif")) {
            if (endedBy.equals("else")) {
                condition.expectEnd();
                otherwise = closed("endif");
            } else {
                Expression value = new ExpressionParser(condition).expressions();
                condition.expectEnd();
                branches.add(new Branch(value, body(Set.of("elif", "else", "endif"))));
            }
            condition = ended;
        }
        return new Statement.If(List.copyOf(branches), otherwise, line);
    }

    private Statement loop(Tokens tokens, int line) {
        Target target = target(tokens);
        tokens.expect("in");
        ExpressionParser parser = new ExpressionParser(tokens);
        Expression in = parser.withoutCondition();
        Expression condition = tokens.accept("if") ? parser.expression() : new Literal(true);
        tokens.expectEnd();
        List<Statement> body = body(Set.of("else", "endfor"));
        List<Statement> otherwise = List.of();
        if (endedBy.equals("else")) {
            ended.expectEnd();
            otherwise = closed("endfor");
        }
        return new Statement.For(target, in, condition, body, otherwise, line);
    }

    private Statement assignment(Tokens tokens, int line) {
        Target target = target(tokens);
        if (tokens.accept("=")) {
            return new Statement.Assign(target, new ExpressionParser(tokens).expressions(), line);
        }
        tokens.expectEnd();
        return new Statement.Capture(target, closed("endset"), line);
    }

    private static Target target(Tokens tokens) {
        boolean opened = tokens.accept("(");
        List<Target> targets = new ArrayList<>(List.of(singleTarget(tokens)));
        while (tokens.accept(",")) {
            targets.add(singleTarget(tokens));
        }
        if (opened) {
            tokens.expect(")");
        }
        return targets.size() == 1 ? targets.getFirst() : new Target.Several(List.copyOf(targets));
    }

    private static Target singleTarget(Tokens tokens) {
        if (tokens.at("(")) {
            return target(tokens);
        }
        String name = tokens.name();
        return tokens.accept(".") ? new Target.Field(name, tokens.name()) : new Target.Variable(name);
    }

    private Statement macro(Tokens tokens, int line) {
        String name = tokens.name();
        List<Parameter> parameters = new ArrayList<>();
        tokens.expect("(");
        while (!tokens.accept(")")) {
            String parameter = tokens.name();
            Expression otherwise = tokens.accept("=")
                    ? new ExpressionParser(tokens).expression()
                    : new Literal(new Undefined("the argument '" + parameter + "'"));
            parameters.add(new Parameter(parameter, otherwise));
            if (!tokens.at(")")) {
                tokens.expect(",");
            }
        }
        tokens.expectEnd();
        return new Statement.DefineMacro(name, List.copyOf(parameters), closed("endmacro"), line);
    }

    private Statement with(Tokens tokens, int line) {
        Map<String, Expression> variables = new LinkedHashMap<>();
        while (tokens.peek().kind() == Token.Kind.NAME) {
            String name = tokens.name();
            tokens.expect("=");
            variables.put(name, new ExpressionParser(tokens).expression());
            tokens.accept(",");
        }
        tokens.expectEnd();
        return new Statement.With(variables, closed("endwith"), line);
    }
}
