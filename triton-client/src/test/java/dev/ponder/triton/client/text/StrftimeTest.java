package dev.ponder.triton.client.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.triton.client.jinja.JinjaException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class StrftimeTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 7, 9, 5, 4);

    @Test
    void writesWhatPythonWrites() {
        assertThat(Strftime.of("%d %B %Y %H:%M, %Y-%m-%d, %A %a %j %y %b %-d/%-m %p %I:%S %% %F %T", TIME))
                .isEqualTo(
                        "07 March 2026 09:05, 2026-03-07, Saturday Sat 066 26 Mar 7/3 AM 09:04 % 2026-03-07 09:05:04");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Strftime.of("%G", TIME))
                .isInstanceOf(JinjaException.class)
                .hasMessageContaining("%G");
    }
}
