package dev.ponder.models.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Brings one file, each run going on where the one before ended. What comes is only believed once its size and checksum are those of the
 * list; a file that has the wrong ones is begun anew. One thread.
 */
final class Transfer {

    private static final int PIECE = 1 << 18;
    private static final int PARTIAL = 206;

    private final HubClient client;
    private final URI address;
    private final RemoteFile file;
    private final Path to;
    private long reached;

    Transfer(HubClient client, URI address, RemoteFile file, Path to) {
        this.client = client;
        this.address = address;
        this.file = file;
        this.to = to;
    }

    /** The most bytes of the file that were ever here. */
    long reached() {
        return reached;
    }

    /** One try. */
    void run() throws IOException, InterruptedException {
        try (FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (out.size() > file.size()) {
                out.truncate(0);
            }
            if (out.size() < file.size() || file.size() == 0) {
                receive(out);
            }
            out.force(true);
        }
        verify();
    }

    private void receive(FileChannel out) throws IOException, InterruptedException {
        long have = out.size();
        HttpResponse<InputStream> answer = client.get(address, have);
        try (InputStream body = answer.body();
                StallGuard guard = StallGuard.over(body, client.quiet())) {
            long start = answer.statusCode() == PARTIAL ? partial(answer, have) : 0;
            out.truncate(start).position(start);
            copy(body, out, start, guard);
        }
    }

    /** A server may answer with another range than the one asked for, or with a file of another size. */
    private long partial(HttpResponse<InputStream> answer, long have) throws FetchException {
        String range = answer.headers().firstValue("content-range").orElse("");
        if (!range.startsWith("bytes " + have + "-") || !range.endsWith("/" + file.size())) {
            forget();
            throw FetchException.passing(
                    "asked for all from byte " + have + " of " + file.size() + ", the server gives \"" + range + "\"");
        }
        return have;
    }

    private void copy(InputStream body, FileChannel out, long start, StallGuard guard) throws IOException {
        byte[] piece = new byte[PIECE];
        long have = start;
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            guard.moved();
            if (have + read > file.size()) {
                out.truncate(0);
                throw FetchException.passing("more comes than the " + file.size() + " bytes of the list");
            }
            ByteBuffer bytes = ByteBuffer.wrap(piece, 0, read);
            while (bytes.hasRemaining()) {
                have += out.write(bytes);
            }
            reached = Math.max(reached, have);
        }
        if (have < file.size()) {
            throw FetchException.passing("it ends at byte " + have + " of " + file.size());
        }
    }

    private void verify() throws IOException {
        if (!Sums.match(file, to)) {
            forget();
            throw FetchException.passing("its checksum is not that of the list");
        }
    }

    private void forget() throws FetchException {
        try {
            Files.deleteIfExists(to);
        } catch (IOException stuck) {
            throw FetchException.passing(to + " can't be removed", stuck);
        }
    }
}
