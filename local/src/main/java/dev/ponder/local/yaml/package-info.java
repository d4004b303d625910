/**
 * YAML that people write, read with its lines, so that what is wrong is named where it stands. Values are texts and numbers alone: no
 * tag makes an object. {@link dev.ponder.local.yaml.YamlFile} reads a file, {@link dev.ponder.local.yaml.YamlMap} knows its keys.
 */
@NullMarked
package dev.ponder.local.yaml;

import org.jspecify.annotations.NullMarked;
