{{/* What each service is told, as a properties file above what its jar says and below the environment. */}}

{{- define "ponder.configHead" -}}
config_ordinal=275
quarkus.http.port=8080
{{ include "ponder.kafkaSettings" (dict "root" . "prefix" "kafka.") }}
{{- with .Values.tracing.endpoint }}
quarkus.otel.exporter.otlp.endpoint={{ . }}
{{- end }}
{{- end -}}

{{- define "ponder.routerConfig" -}}
{{- $v := .Values -}}
{{ include "ponder.configHead" . }}
quarkus.shutdown.timeout=10s
ponder.tenants={{ join "," $v.tenants }}
ponder.pools={{ keys (include "ponder.pools" . | fromJson) | sortAlpha | join "," }}
router.admission.context-tokens={{ int64 $v.contextTokens }}
router.waves.largest-work-tokens={{ int64 $v.contextTokens }}
router.planning.pool={{ $v.router.defaultPool }}
{{- range $name, $pool := include "ponder.pools" . | fromJson }}
{{- range $pool.domains }}
router.planning.pools.{{ . }}={{ $name }}
{{- end }}
{{- with $pool.price }}
router.price.{{ $name }}.input-per-million={{ include "ponder.scalar" .inputPerMillion }}
router.price.{{ $name }}.output-per-million={{ include "ponder.scalar" .outputPerMillion }}
router.price.{{ $name }}.currency={{ $v.router.currency }}
{{- end }}
{{- end }}
router.price.currency={{ $v.router.currency }}
router.liveness.queue-adapter={{ $v.kafka.queue }}
router.liveness.queue-group=ponder-reasoner
router.settlement.group=ponder-settlement
router.settlement.transactional-id=ponder-settlement-${POD_NAMESPACE}-${POD_NAME}
{{- if $v.cache.enabled }}
router.lookup.address={{ include "ponder.host" (dict "root" . "part" "cache") }}:9000
{{- include "ponder.tlsSettings" (dict "root" . "prefix" "router.lookup.tls.") }}
{{- end }}
{{- include "ponder.settings" (dict "settings" $v.router.settings "prefix" "") }}
{{- end -}}

{{- define "ponder.cacheConfig" -}}
{{ include "ponder.configHead" . }}
quarkus.shutdown.timeout=5s
cache.grpc.port=9000
cache.storage.directory=/var/lib/ponder
{{- include "ponder.tlsSettings" (dict "root" . "prefix" "cache.grpc.tls.") }}
{{- with include "ponder.tlsClients" (dict "root" . "user" "router") }}
cache.grpc.tls.clients={{ . }}
{{- end }}
{{- include "ponder.settings" (dict "settings" .Values.cache.settings "prefix" "") }}
{{- end -}}

{{/* Takes root, name and pool. */}}
{{- define "ponder.reasonerConfig" -}}
{{- $v := .root.Values -}}
{{- $shards := .pool.shards -}}
{{- $tokenizer := .pool.tokenizer -}}
{{ include "ponder.configHead" .root }}
quarkus.shutdown.timeout={{ add (int $v.reasoner.drainSeconds) 10 }}s
reasoner.drain.grace={{ int $v.reasoner.drainSeconds }}s
reasoner.pool={{ .name }}
reasoner.slots={{ int .pool.slots }}
reasoner.queue.adapter={{ $v.kafka.queue }}
reasoner.queue.group=ponder-reasoner
reasoner.binding.largest-work-tokens={{ int64 $v.contextTokens }}
reasoner.engine.model={{ .pool.model }}
{{- if $shards.service }}
reasoner.engine.shards=dns:{{ $shards.service }}:{{ int $shards.port }}
{{- else }}
reasoner.engine.shards={{ join "," $shards.addresses }}
{{- end }}
{{- include "ponder.tlsSettings" (dict "root" .root "prefix" "reasoner.engine.tls.") }}
{{- if $tokenizer.claim }}
reasoner.engine.tokenizer=/etc/ponder/tokenizer/{{ $tokenizer.file }}
{{- with $tokenizer.config }}
reasoner.engine.tokenizer-config=/etc/ponder/tokenizer/{{ . }}
{{- end }}
{{- end }}
{{- include "ponder.settings" (dict "settings" (mergeOverwrite (deepCopy $v.reasoner.settings) .pool.settings) "prefix" "") }}
{{- end -}}

{{- define "ponder.autoscalerConfig" -}}
{{- $root := . -}}
{{- $v := .Values -}}
{{ include "ponder.configHead" . }}
quarkus.shutdown.timeout=5s
autoscaler.serving.port=9000
{{- include "ponder.tlsSettings" (dict "root" . "prefix" "autoscaler.serving.") }}
{{- with include "ponder.tlsClients" (dict "root" . "user" "keda") }}
autoscaler.serving.clients={{ . }}
{{- end }}
autoscaler.cluster.lease.name={{ include "ponder.fullname" . }}-autoscaler
autoscaler.cluster.lease.namespace={{ .Release.Namespace }}
{{- range $name := include "ponder.scaledPools" . | fromJsonArray }}
{{- $pool := get (include "ponder.pools" $root | fromJson) $name }}
{{- $bounds := $pool.scaling }}
{{- $shards := $pool.shards }}
{{- $target := include "ponder.target" (dict "root" $root "name" $name "pool" $pool) | fromJson }}
{{- $key := printf "autoscaler.pools.%s." $name }}
{{ $key }}min={{ int $bounds.min }}
{{ $key }}max={{ int $bounds.max }}
{{ $key }}queue={{ $v.kafka.queue }}
{{ $key }}group=ponder-reasoner
{{- if not (hasKey $bounds.settings "currency") }}
{{ $key }}currency={{ $v.router.currency }}
{{- end }}
{{ $key }}reasoners=http://{{ include "ponder.host" (dict "root" $root "part" (printf "reasoner-%s" $name)) }}:8080/q/metrics
{{- if and $shards.service (ne (int $shards.metricsPort) 0) }}
{{ $key }}shards=http://{{ $shards.service }}:{{ int $shards.metricsPort }}/metrics
{{- end }}
{{ $key }}target.api-version={{ $target.apiVersion }}
{{ $key }}target.resource={{ $target.resource }}
{{ $key }}target.namespace={{ $root.Release.Namespace }}
{{ $key }}target.name={{ $target.name }}
{{ $key }}target.write={{ eq (include "ponder.scalingMode" $pool) "own" }}
{{- include "ponder.settings" (dict "settings" $pool.scaling.settings "prefix" $key) }}
{{- end }}
{{- include "ponder.settings" (dict "settings" $v.autoscaler.settings "prefix" "") }}
{{- end -}}
