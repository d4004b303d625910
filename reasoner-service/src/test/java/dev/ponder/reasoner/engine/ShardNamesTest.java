package dev.ponder.reasoner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardNamesTest {

    private static final String SERVICE = "shards.llm.svc";

    private List<String> known = List.of("10.0.0.2", "10.0.0.1");

    private InetAddress[] resolve(String host) throws UnknownHostException {
        if (!host.equals(SERVICE) || known.isEmpty()) {
            throw new UnknownHostException(host);
        }
        InetAddress[] addresses = new InetAddress[known.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = InetAddress.ofLiteral(known.get(i));
        }
        return addresses;
    }

    private ShardNames names(String... configured) {
        return new ShardNames(List.of(configured), this::resolve);
    }

    @Test
    void takesAHostForOneShardWithoutLookingItUp() {
        assertThat(names("gpu-0:8001", "gpu-1:8001").look()).containsOnlyKeys("gpu-0:8001", "gpu-1:8001");
    }

    @Test
    void takesEachAddressOfANameForAShard() {
        assertThat(names("dns:" + SERVICE + ":8001").look().keySet()).containsExactly("10.0.0.1:8001", "10.0.0.2:8001");
    }

    @Test
    void remembersByWhichNameACertificateIsToBeHeld() {
        assertThat(names("dns:" + SERVICE + ":8001", "gpu-0:8001").look().values())
                .extracting(ShardNames.Place::host)
                .containsExactly("gpu-0", SERVICE, SERVICE);
    }

    @Test
    void findsWhoCameAndForgetsWhoWent() {
        ShardNames names = names("dns:" + SERVICE + ":8001");
        names.look();

        known = List.of("10.0.0.2", "10.0.0.3");

        assertThat(names.look().keySet()).containsExactly("10.0.0.2:8001", "10.0.0.3:8001");
    }

    @Test
    void forgetsNobodyWhileTheNameIsNotKnown() {
        ShardNames names = names("dns:" + SERVICE + ":8001");
        names.look();

        known = List.of();

        assertThat(names.look()).hasSize(2);
    }

    @Test
    void hasNoShardOfANameThatWasNeverKnown() {
        assertThat(names("dns:nobody.svc:8001").look()).isEmpty();
    }

    @Test
    void looksAgainOnlyWhereANameIsConfigured() {
        assertThat(names("gpu-0:8001").areMany()).isFalse();
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> names("dns:shards")).hasMessageContaining("host:port");
    }
}
