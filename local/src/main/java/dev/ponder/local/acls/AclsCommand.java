package dev.ponder.local.acls;

import dev.ponder.access.AccessPlan;
import dev.ponder.access.Role;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.local.terminal.Screen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./ponder acls}: what to grant to whom. */
@Command(
        name = "acls",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the ACLs that an installation needs, and nothing more: calls of kafka-acls.sh, or JSON lines.",
            "A tenant is whoever may write its request topic; no field of a request makes one another.",
            "Changes nothing; read what it prints, then run it as one who may alter the cluster."
        })
public final class AclsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--tenant", paramLabel = "T", description = "A tenant; more than once (default).")
    private List<TenantId> tenants = List.of(TenantId.DEFAULT);

    @Option(names = "--pool", paramLabel = "P", defaultValue = "main", description = "A pool; more than once (main).")
    private List<String> pools = List.of();

    @Option(
            names = "--principal-tenant",
            paramLabel = "T=PRINCIPAL",
            description = "As whom the broker sees a tenant (User:T).")
    private Map<TenantId, String> tenantPrincipals = new LinkedHashMap<>();

    @Option(
            names = "--principal-router",
            paramLabel = "P",
            defaultValue = "User:router",
            description = "(${DEFAULT-VALUE})")
    private String router = "";

    @Option(
            names = "--principal-reasoner",
            paramLabel = "P",
            defaultValue = "User:reasoner",
            description = "(${DEFAULT-VALUE})")
    private String reasoner = "";

    @Option(
            names = "--principal-cache",
            paramLabel = "P",
            defaultValue = "User:cache",
            description = "(${DEFAULT-VALUE})")
    private String cache = "";

    @Option(
            names = "--principal-autoscaler",
            paramLabel = "P",
            defaultValue = "User:autoscaler",
            description = "(${DEFAULT-VALUE})")
    private String autoscaler = "";

    @Option(
            names = "--principal-operator",
            paramLabel = "P",
            defaultValue = "User:operator",
            description = "(${DEFAULT-VALUE})")
    private String operator = "";

    @Option(
            names = "--principal-eraser",
            paramLabel = "P",
            defaultValue = "User:eraser",
            description = "(${DEFAULT-VALUE})")
    private String eraser = "";

    @Option(names = "--json", description = "A JSON object a binding.")
    private boolean json;

    @Option(
            names = "--options",
            paramLabel = "OPTIONS",
            defaultValue = "--bootstrap-server \"$BOOTSTRAP\" --command-config \"$ADMIN_CONFIG\"",
            description = "How kafka-acls.sh is to reach the brokers (${DEFAULT-VALUE}).")
    private String options = "";

    private final Screen screen;

    /** For the command line. */
    public AclsCommand() {
        this(Screen.standard());
    }

    AclsCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        AclCommands commands = new AclCommands(options);
        for (Holder holder : checked()) {
            (json ? AclJson.of(holder) : commands.of(holder)).forEach(screen::line);
        }
        return 0;
    }

    private List<Holder> checked() {
        try {
            return holders();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private List<Holder> holders() {
        AccessPlan plan =
                new AccessPlan(tenants, pools.stream().map(PoolId::new).toList());
        List<Holder> holders = new ArrayList<>(List.of(
                new Holder("router", router, plan.of(Role.ROUTER)),
                new Holder("reasoner", reasoner, plan.of(Role.REASONER)),
                new Holder("cache", cache, plan.of(Role.CACHE)),
                new Holder("autoscaler", autoscaler, plan.of(Role.AUTOSCALER)),
                new Holder("operator", operator, plan.of(Role.OPERATOR)),
                new Holder("eraser", eraser, plan.of(Role.ERASER))));
        tenants.forEach(tenant -> holders.add(new Holder(
                "tenant " + tenant,
                tenantPrincipals.getOrDefault(tenant, "User:" + tenant),
                AccessPlan.ofTenant(tenant))));
        return holders;
    }
}
