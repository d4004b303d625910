package dev.ponder.cluster.run;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Reads names as sentences: {@code wakesFromNoneByPush} says "wakes from none by push". Pure; JUnit makes it by its name. */
public final class Sentences implements DisplayNameGenerator {

    private static final String CHECKS = "Checks";

    @Override
    public String generateDisplayNameForClass(Class<?> checks) {
        String name = checks.getSimpleName();
        return words(name.endsWith(CHECKS) ? name.substring(0, name.length() - CHECKS.length()) : name);
    }

    @Override
    public String generateDisplayNameForNestedClass(List<Class<?>> enclosing, Class<?> checks) {
        return generateDisplayNameForClass(checks);
    }

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> checks, Method check) {
        return words(check.getName());
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-zA-Z])(?=[0-9])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
