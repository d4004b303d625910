{{- define "shards.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* Forty letters at most: Jobs add a word and a hash, and a LeaderWorkerSet the number of its group and of its worker. */}}
{{- define "shards.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- $name := include "shards.name" . -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Takes root and component: server, fetch, quantise or layout. */}}
{{- define "shards.selector" -}}
app.kubernetes.io/name: {{ include "shards.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: shards-{{ .component }}
{{- end -}}

{{- define "shards.labels" -}}
{{ include "shards.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: ponder
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* An image by digest where one is named, else by tag. A registry of ours goes before names without one. Takes root and image. */}}
{{- define "shards.image" -}}
{{- $name := .image.repository -}}
{{- $registry := .root.Values.image.registry -}}
{{- $host := first (splitList "/" $name) -}}
{{- if and $registry (not (or (contains "." $host) (contains ":" $host))) }}{{ $name = printf "%s/%s" (trimSuffix "/" $registry) $name }}{{ end -}}
{{- if .image.digest -}}
{{- printf "%s@%s" $name .image.digest -}}
{{- else -}}
{{- printf "%s:%s" $name (.image.tag | default .root.Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{/* JSON list of the ports on which the fetch gets out: the hub's own, that of its scheme where it names none, and those of hubPorts. */}}
{{- define "shards.hubPorts" -}}
{{- $url := urlParse .Values.source.endpoint -}}
{{- $port := regexFind ":[0-9]+$" $url.host | trimPrefix ":" | default (ternary "443" "80" (eq $url.scheme "https")) -}}
{{- $ports := list (int $port) -}}
{{- range .Values.networkPolicy.hubPorts }}{{ $ports = append $ports (int .) }}{{ end -}}
{{- uniq $ports | toJson -}}
{{- end -}}

{{- define "shards.claim" -}}
{{- .Values.storage.claim | default (printf "%s-models" (include "shards.fullname" .)) -}}
{{- end -}}

{{- define "shards.world" -}}{{ mul (int .Values.tensorParallel) (int .Values.pipelineParallel) }}{{- end -}}

{{/* Whether NVIDIA's tools make something of the snapshot: true or nothing. */}}
{{- define "shards.quantises" -}}
{{- $m := .Values.model -}}
{{- if and (eq $m.engine "tensorrt_llm") (or (eq $m.profile "ifb") $m.mix (ne $m.precision "bf16")) }}true{{ end -}}
{{- end -}}

{{/* Folders carry a hash of what is in them, so that a changed model is made beside the one that is served, and a rollback finds the old one. */}}
{{- define "shards.snapshot" -}}
{{- $s := .Values.source -}}
/models/snapshot-{{ list $s.kind $s.endpoint $s.repository $s.revision $s.skip $s.claim | toJson | sha256sum | trunc 8 }}
{{- end -}}

{{- define "shards.quantised" -}}
{{- $v := .Values -}}
/models/weights-{{ list (include "shards.snapshot" .) $v.model.catalogue $v.model.profile $v.model.precision $v.model.mix $v.model.kv $v.model.batch $v.model.stepTokens $v.model.sequence $v.tensorParallel $v.pipelineParallel $v.calibration $v.server.image | toJson | sha256sum | trunc 8 }}
{{- end -}}

{{/* What the server reads: the snapshot itself, a checkpoint, or an engine. */}}
{{- define "shards.weights" -}}
{{- if not (include "shards.quantises" .) -}}
{{ include "shards.snapshot" . }}
{{- else if eq .Values.model.profile "ifb" -}}
{{ include "shards.quantised" . }}/engine
{{- else -}}
{{ include "shards.quantised" . }}/model
{{- end -}}
{{- end -}}

{{- define "shards.repository" -}}
/models/repository-{{ list (include "shards.weights" .) .Values.model .Values.tensorParallel .Values.pipelineParallel .Values.server.image .Values.jobs.layout.templates | toJson | sha256sum | trunc 8 }}
{{- end -}}

{{/* What the laws of sizing, the tools and the layout are told alike, as a YAML list of arguments. */}}
{{- define "shards.serving" -}}
- --kv={{ .Values.model.kv }}
- --tensor-parallel={{ int .Values.tensorParallel }}
- --pipeline-parallel={{ int .Values.pipelineParallel }}
- --batch={{ int .Values.model.batch }}
- --step-tokens={{ int .Values.model.stepTokens }}
- --sequence={{ int .Values.model.sequence }}
{{- end -}}

{{- define "shards.weightArguments" -}}
- --model={{ .Values.model.catalogue }}
{{- if .Values.model.mix }}
- --mix=/etc/shards/mix.yaml
{{- else }}
- --precision={{ .Values.model.precision }}
{{- end }}
{{- end -}}
