package dev.ponder.local.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;

/**
 * A shell that outlives this process for a moment: it is told every child's id over a pipe, and when the pipe ends without a
 * farewell, because this process was killed, it ends the children, the youngest first. Needs nothing but a POSIX shell, so it
 * works on Linux and macOS alike. Its limit: whoever kills the shell too (a whole process group by SIGKILL) leaves children.
 */
final class Warden implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' INT HUP TERM QUIT
            pids=
            while read -r word; do
                case $word in
                    farewell) exit 0 ;;
                    *) pids="$word $pids" ;;
                esac
            done
            for pid in $pids; do
                kill -TERM "$pid" 2>/dev/null || continue
                left=50
                while [ $left -gt 0 ] && kill -0 "$pid" 2>/dev/null; do
                    sleep 0.1 2>/dev/null || sleep 1
                    left=$((left - 1))
                done
                kill -KILL "$pid" 2>/dev/null
            done
            """;

    private final Process shell;
    private final BufferedWriter pipe;

    private Warden(Process shell) {
        this.shell = shell;
        this.pipe = shell.outputWriter(UTF_8);
    }

    static Warden start() throws IOException {
        return new Warden(new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Has it watch over one more process. */
    void watch(long pid) throws IOException {
        say(Long.toString(pid));
    }

    private void say(String word) throws IOException {
        pipe.write(word);
        pipe.newLine();
        pipe.flush();
    }

    /** Sends it away: every child has ended. */
    @Override
    public void close() throws IOException {
        if (shell.isAlive()) {
            say("farewell");
        }
        pipe.close();
    }
}
