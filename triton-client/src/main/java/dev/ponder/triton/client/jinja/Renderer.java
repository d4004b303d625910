package dev.ponder.triton.client.jinja;

import dev.ponder.triton.client.jinja.Statement.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs statements. One rendering's. */
final class Renderer {

    /** What comes after a statement. */
    private enum Next {
        STATEMENT,
        TURN,
        LOOP_END
    }

    private static final Undefined MISSING = new Undefined("an argument that is not given");

    private final Budget budget;
    private final Evaluator evaluator;

    Renderer(Budget budget) {
        this.budget = budget;
        this.evaluator = new Evaluator(budget);
    }

    String render(List<Statement> statements, Scope scope) {
        StringBuilder out = new StringBuilder();
        run(statements, scope, out);
        return out.toString();
    }

    private Next run(List<Statement> statements, Scope scope, StringBuilder out) {
        for (Statement statement : statements) {
            Next next = run(statement, scope, out);
            if (next != Next.STATEMENT) {
                return next;
            }
        }
        return Next.STATEMENT;
    }

    private Next run(Statement statement, Scope scope, StringBuilder out) {
        try {
            return runUnnamed(statement, scope, out);
        } catch (JinjaException fault) {
            throw fault.at(statement.line());
        }
    }

    private Next runUnnamed(Statement statement, Scope scope, StringBuilder out) {
        switch (statement) {
            case Statement.Text text -> write(text.text(), out);
            case Statement.Output output -> write(Printed.text(evaluator.value(output.value(), scope)), out);
            case Statement.Assign assign -> assign(assign.target(), evaluator.value(assign.value(), scope), scope);
            case Statement.Capture capture -> assign(capture.target(), render(capture.body(), scope.inner()), scope);
            case Statement.DefineMacro macro -> scope.set(macro.name(), macro(macro, scope));
            case Statement.If branches -> {
                return branch(branches, scope, out);
            }
            case Statement.With with -> {
                return run(with.body(), scope.with(evaluated(with.variables(), scope)), out);
            }
            case Statement.For loop -> loop(loop, scope, out);
            case Statement.Break _ -> {
                return Next.LOOP_END;
            }
            case Statement.Continue _ -> {
                return Next.TURN;
            }
        }
        return Next.STATEMENT;
    }

    private static void write(String text, StringBuilder out) {
        Budget.requireRoom((long) out.length() + text.length());
        out.append(text);
    }

    private Next branch(Statement.If branches, Scope scope, StringBuilder out) {
        for (Statement.Branch branch : branches.branches()) {
            if (evaluator.isTrue(branch.condition(), scope)) {
                return run(branch.body(), scope, out);
            }
        }
        return run(branches.otherwise(), scope, out);
    }

    private Map<String, Object> evaluated(Map<String, Expression> variables, Scope scope) {
        Map<String, Object> values = new LinkedHashMap<>();
        variables.forEach((name, expression) -> values.put(name, evaluator.value(expression, scope)));
        return values;
    }

    private void loop(Statement.For loop, Scope scope, StringBuilder out) {
        List<Object> items = chosen(loop, scope);
        if (items.isEmpty()) {
            run(loop.otherwise(), scope.inner(), out);
        }
        int depth = scope.get("loop") instanceof LoopState around ? around.depth() + 1 : 0;
        for (int index = 0; index < items.size(); index++) {
            budget.step();
            Scope turn = scope.with(Map.of("loop", new LoopState(items, index, depth)));
            assign(loop.target(), items.get(index), turn);
            if (run(loop.body(), turn, out) == Next.LOOP_END) {
                return;
            }
        }
    }

    /** The items for which the loop's own condition holds. */
    private List<Object> chosen(Statement.For loop, Scope scope) {
        List<Object> items = new ArrayList<>();
        for (Object item : Kinds.items(evaluator.value(loop.in(), scope))) {
            Scope one = scope.inner();
            assign(loop.target(), item, one);
            if (evaluator.isTrue(loop.condition(), one)) {
                items.add(item);
            }
        }
        return items;
    }

    private static void assign(Target target, Object value, Scope scope) {
        switch (target) {
            case Target.Variable(String name) -> scope.set(name, value);
            case Target.Field(String name, String field) -> {
                if (!(scope.get(name) instanceof Namespace namespace)) {
                    throw new JinjaException("'" + name + "' is no namespace, so it can't be set within");
                }
                namespace.set(field, value);
            }
            case Target.Several(List<Target> targets) -> {
                List<Object> values = Kinds.items(value);
                if (values.size() != targets.size()) {
                    throw new JinjaException(values.size() + " values for " + targets.size() + " names");
                }
                for (int i = 0; i < targets.size(); i++) {
                    assign(targets.get(i), values.get(i), scope);
                }
            }
        }
    }

    private Callable macro(Statement.DefineMacro macro, Scope scope) {
        return arguments -> {
            if (arguments.size() > macro.parameters().size()) {
                throw new JinjaException("the macro '" + macro.name() + "' takes fewer arguments");
            }
            Scope inner = scope.inner();
            for (int i = 0; i < macro.parameters().size(); i++) {
                Statement.Parameter parameter = macro.parameters().get(i);
                Object given = arguments.at(i, parameter.name(), MISSING);
                inner.set(
                        parameter.name(),
                        given.equals(MISSING) ? evaluator.value(parameter.otherwise(), inner) : given);
            }
            budget.enterCall();
            String text = render(macro.body(), inner);
            budget.leaveCall();
            return text;
        };
    }
}
