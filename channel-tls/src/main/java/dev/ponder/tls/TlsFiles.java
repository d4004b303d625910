package dev.ponder.tls;

import java.nio.file.Path;

/** Who one end of a channel is, and whom it believes. All three are PEM. */
public interface TlsFiles {

    /** Its certificate, then those between it and the authority. */
    Path certificate();

    /** The certificate's key, in PKCS#8. */
    Path key();

    /** The authorities that vouch for the other end. */
    Path authorities();
}
