package dev.ponder.models.fetch;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A snapshot on a hub. One thread. */
final class HubSource implements Source {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");
    private static final int MOST_PAGES = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Hub hub;
    private final ModelRef model;
    private final HubClient client;
    private final Tries tries;

    HubSource(Hub hub, ModelRef model, HubClient client, Tries tries) {
        this.hub = hub;
        this.model = model;
        this.client = client;
        this.tries = tries;
    }

    @Override
    public List<RemoteFile> files() throws IOException, InterruptedException {
        List<RemoteFile> files = new ArrayList<>();
        URI page = hub.list(model);
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            URI asked = page;
            Page read = tries.until("the list of " + model.repository(), () -> page(asked));
            files.addAll(read.files());
            if (read.next().isEmpty()) {
                return files;
            }
            page = read.next().orElseThrow();
        }
        throw FetchException.forGood("the list of " + model.repository() + " has no end");
    }

    private record Page(List<RemoteFile> files, Optional<URI> next) {}

    private Page page(URI address) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.get(address, 0);
        try (InputStream body = answer.body()) {
            JsonNode list = JSON.readTree(body);
            return new Page(hub.files(list), next(address, answer));
        } catch (JacksonException | IllegalArgumentException wrong) {
            throw FetchException.passing(
                    "the list of " + model.repository() + " can't be read: " + wrong.getMessage(), wrong);
        }
    }

    /** Long lists come in pages, the next one named by a header; one of another host would get the token. */
    private static Optional<URI> next(URI address, HttpResponse<?> answer) {
        String links = String.join(",", answer.headers().allValues("link"));
        Matcher found = NEXT.matcher(links);
        return found.find()
                ? Optional.of(address.resolve(found.group(1)))
                        .filter(next -> next.getAuthority().equals(address.getAuthority()))
                : Optional.empty();
    }

    @Override
    public void bring(RemoteFile file, Path to) throws IOException, InterruptedException {
        Transfer transfer = new Transfer(client, hub.file(model, file.path()), file, to);
        tries.untilWhole(file.path(), transfer);
    }

    @Override
    public String name() {
        return hub.base() + " " + model.repository() + "@" + model.revision();
    }
}
