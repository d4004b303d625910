package dev.ponder.models.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;

/** The form in which a server lists and gives the files of a snapshot. Pure: requests are made elsewhere. */
sealed interface Hub permits HuggingFaceHub, ModelScopeHub {

    /** The address that all others begin with. */
    String base();

    /** Where the list of files is. */
    URI list(ModelRef model);

    /** The files that a list names. */
    List<RemoteFile> files(JsonNode list);

    /** Where a file is. */
    URI file(ModelRef model, String path);
}
