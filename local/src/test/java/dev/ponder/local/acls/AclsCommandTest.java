package dev.ponder.local.acls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.local.connect.TenantConverter;
import dev.ponder.local.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AclsCommandTest {

    @Test
    void printsCallsOfKafkasOwnTool() {
        List<String> lines = run("--tenant", "acme", "--principal-tenant", "acme=User:CN=acme,O=it's us");

        assertThat(lines)
                .contains(
                        "# tenant acme",
                        "kafka-acls.sh --bootstrap-server \"$BOOTSTRAP\" --command-config \"$ADMIN_CONFIG\" --add"
                                + " --allow-principal 'User:CN=acme,O=it'\\''s us' --operation Write --topic"
                                + " 'reasoning.requests.acme'",
                        "kafka-acls.sh --bootstrap-server \"$BOOTSTRAP\" --command-config \"$ADMIN_CONFIG\" --add"
                                + " --allow-principal 'User:reasoner' --operation Read --operation DescribeConfigs --topic"
                                + " 'reasoning.work.main.batch'",
                        "kafka-acls.sh --bootstrap-server \"$BOOTSTRAP\" --command-config \"$ADMIN_CONFIG\" --add"
                                + " --allow-principal 'User:router' --operation Write --resource-pattern-type prefixed"
                                + " --transactional-id 'ponder-settlement'");
        assertThat(lines).noneMatch(line -> line.contains("'reasoning.requests'"));
    }

    @Test
    void printsBindingsAsJson() {
        List<String> lines = run("--tenant", "acme", "--tenant", "other", "--json");

        assertThat(lines)
                .contains(
                        "{\"principal\":\"User:acme\",\"host\":\"*\",\"operation\":\"READ\",\"permission\":\"ALLOW\","
                                + "\"resource_type\":\"TOPIC\",\"resource_name\":\"reasoning.results.acme\",\"pattern_type\":\"LITERAL\"}");
        assertThat(lines).noneMatch(line -> line.contains("User:acme") && line.contains("other"));
    }

    private static List<String> run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Screen screen = new Screen(new PrintStream(said, true, UTF_8), false);
        int code = new CommandLine(new AclsCommand(screen))
                .registerConverter(TenantId.class, new TenantConverter())
                .execute(arguments);
        assertThat(code).isZero();
        return said.toString(UTF_8).lines().toList();
    }
}
