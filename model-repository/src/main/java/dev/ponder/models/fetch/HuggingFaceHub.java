package dev.ponder.models.fetch;

import static dev.ponder.models.fetch.UrlText.part;
import static dev.ponder.models.fetch.UrlText.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Hugging Face's form: {@code /api/models/ID/tree/REVISION} lists, with the SHA-256 of what is in LFS and git's own of the rest;
 * {@code /ID/resolve/REVISION/PATH} gives.
 *
 * @param base of the address, without a slash at its end
 */
record HuggingFaceHub(String base) implements Hub {

    @Override
    public URI list(ModelRef model) {
        return URI.create(
                base + "/api/models/" + model.repository() + "/tree/" + part(model.revision()) + "?recursive=true");
    }

    @Override
    public List<RemoteFile> files(JsonNode list) {
        List<RemoteFile> files = new ArrayList<>();
        for (JsonNode each : list) {
            if (each.path("type").asText().equals("file")) {
                files.add(file(each));
            }
        }
        return files;
    }

    private static RemoteFile file(JsonNode file) {
        JsonNode lfs = file.path("lfs");
        String sha = lfs.path("oid").asText("").replace("sha256:", "");
        String git = file.path("oid").asText("");
        RemoteFile.Sum sum = !sha.isEmpty()
                ? new RemoteFile.Sum(RemoteFile.Sum.Kind.SHA256, sha)
                : git.isEmpty() ? null : new RemoteFile.Sum(RemoteFile.Sum.Kind.GIT, git);
        long size =
                lfs.has("size") ? lfs.path("size").asLong() : file.path("size").asLong();
        return new RemoteFile(file.path("path").asText(), size, sum);
    }

    @Override
    public URI file(ModelRef model, String path) {
        return URI.create(base + "/" + model.repository() + "/resolve/" + part(model.revision()) + "/" + path(path));
    }
}
