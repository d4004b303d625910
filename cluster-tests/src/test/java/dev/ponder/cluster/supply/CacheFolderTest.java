package dev.ponder.cluster.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

    @Test
    void isTheOneThatIsNamed() {
        CacheFolder folder = CacheFolder.of(Map.of("PONDER_CACHE", "/kept", "XDG_CACHE_HOME", "/caches"));

        assertThat(folder.path()).isEqualTo(Path.of("/kept"));
    }

    @Test
    void isOursInTheUsersCachesWhereNoneIsNamed() {
        assertThat(CacheFolder.of(Map.of("PONDER_CACHE", " ", "XDG_CACHE_HOME", "/caches"))
                        .path())
                .isEqualTo(Path.of("/caches/ponder/kubernetes"));
        assertThat(CacheFolder.of(Map.of()).path().toString()).endsWith("/.cache/ponder/kubernetes");
    }
}
