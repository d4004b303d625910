#!/usr/bin/env bash
# Makes a base image without a registry: the JDK at hand, cut down to what a JRE has, on a Linux image that the engine holds already.
# usage: make.sh OS_IMAGE NAME [FILE.tar]     for example  make.sh debian:bookworm local/ponder-base:25 base.tar
# OS_IMAGE has to have the C library that the JDK was built for. JAVA_HOME names the JDK; DOCKER_HOST the engine, as ever.
set -euo pipefail
os=${1:?OS_IMAGE} name=${2:?NAME} tar=${3:-}
: "${JAVA_HOME:?names the JDK to cut down}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What a Temurin JRE has, without the parts for screens. The simulated shard needs jdk.httpserver, the services do not.
modules=java.se,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.localedata,jdk.management,jdk.management.agent
modules=$modules,jdk.management.jfr,jdk.naming.dns,jdk.net,jdk.nio.mapmode,jdk.sctp,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-man-pages --no-header-files --output "$work/jre"
cat >"$work/Dockerfile" <<EOF
FROM $os
COPY jre /opt/java
ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
EOF
docker build --quiet --tag "$name" "$work"
if [ -n "$tar" ]; then docker save --output "$tar" "$name"; fi
