package dev.ponder.models.fetch;

import static dev.ponder.models.fetch.UrlText.part;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * ModelScope's form: {@code /api/v1/models/ID/repo/files} lists, with a SHA-256 each; {@code /api/v1/models/ID/repo} gives.
 *
 * @param base of the address, without a slash at its end
 */
record ModelScopeHub(String base) implements Hub {

    @Override
    public URI list(ModelRef model) {
        return URI.create(base + "/api/v1/models/" + model.repository() + "/repo/files?Recursive=true&Revision="
                + part(model.revision()));
    }

    @Override
    public List<RemoteFile> files(JsonNode list) {
        List<RemoteFile> files = new ArrayList<>();
        for (JsonNode each : list.path("Data").path("Files")) {
            if (each.path("Type").asText().equals("blob")) {
                String sha = each.path("Sha256").asText("");
                RemoteFile.Sum sum = sha.isEmpty() ? null : new RemoteFile.Sum(RemoteFile.Sum.Kind.SHA256, sha);
                files.add(new RemoteFile(
                        each.path("Path").asText(), each.path("Size").asLong(), sum));
            }
        }
        return files;
    }

    @Override
    public URI file(ModelRef model, String path) {
        return URI.create(base + "/api/v1/models/" + model.repository() + "/repo?Revision=" + part(model.revision())
                + "&FilePath=" + part(path));
    }
}
