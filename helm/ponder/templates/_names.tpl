{{/* Names and labels. All of them take a dict: root, and where a thing belongs to a part of the platform: component. */}}

{{- define "ponder.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "ponder.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- $name := include "ponder.name" . -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* By what Prometheus tells this release from others, of all namespaces. */}}
{{- define "ponder.release" -}}
{{- printf "%s/%s" .Release.Namespace (include "ponder.fullname" .) -}}
{{- end -}}

{{/* Where a part is found inside the cluster. */}}
{{- define "ponder.host" -}}
{{- printf "%s-%s.%s.svc" (include "ponder.fullname" .root) .part .root.Release.Namespace -}}
{{- end -}}

{{- define "ponder.selector" -}}
app.kubernetes.io/name: {{ include "ponder.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .component }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- with .pool }}
ponder.dev/pool: {{ . }}
{{- end }}
{{- end -}}

{{- define "ponder.labels" -}}
{{ include "ponder.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: ponder
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* An image by digest where one is named, else by tag. Takes root and image. */}}
{{- define "ponder.image" -}}
{{- $registry := .root.Values.image.registry -}}
{{- $name := .image.repository -}}
{{- if $registry }}{{ $name = printf "%s/%s" (trimSuffix "/" $registry) $name }}{{ end -}}
{{- if .image.digest -}}
{{- printf "%s@%s" $name .image.digest -}}
{{- else -}}
{{- printf "%s:%s" $name (.image.tag | default .root.Values.image.tag | default .root.Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{/* A number as a person would write it: Helm reads whole numbers of values as floating ones and prints large ones as 1e+06. */}}
{{- define "ponder.scalar" -}}
{{- if kindIs "float64" . -}}
{{- if eq (floor .) . }}{{ int64 . }}{{ else }}{{ . }}{{ end -}}
{{- else -}}
{{ . }}
{{- end -}}
{{- end -}}

{{/* Settings of a user as lines of a properties file; takes settings and prefix. */}}
{{- define "ponder.settings" -}}
{{- $prefix := .prefix -}}
{{- range $key, $value := .settings }}
{{ $prefix }}{{ $key }}={{ include "ponder.scalar" $value | replace "\\" "\\\\" }}
{{- end }}
{{- end -}}

{{/*
The pools as JSON, each with what poolDefaults says where it says nothing. A pool that names no shards has those of the sub-chart,
where that is switched on.
*/}}
{{- define "ponder.pools" -}}
{{- $own := "" -}}
{{- with .Subcharts.shards }}{{ $own = printf "%s.%s.svc" (include "shards.fullname" .) .Release.Namespace }}{{ end -}}
{{- $pools := dict -}}
{{- range $name, $pool := .Values.reasoner.pools -}}
{{- $merged := mergeOverwrite (deepCopy $.Values.reasoner.poolDefaults) (deepCopy ($pool | default dict)) -}}
{{- if not (or $merged.shards.service $merged.shards.addresses) }}{{ $_ := set $merged.shards "service" $own }}{{ end -}}
{{- $_ := set $pools $name $merged -}}
{{- end -}}
{{- $pools | toJson -}}
{{- end -}}

{{/* JSON list of the names by which the shards of this release are found; empty where there are none. */}}
{{- define "ponder.ownShards" -}}
{{- $names := list -}}
{{- with .Subcharts.shards -}}
{{- $name := include "shards.fullname" . -}}
{{- $names = list $name (printf "%s.%s" $name .Release.Namespace) (printf "%s.%s.svc" $name .Release.Namespace) -}}
{{- end -}}
{{- $names | toJson -}}
{{- end -}}

{{/* JSON list of the pools that the autoscaler looks at: all whose number of replicas is not fixed. */}}
{{- define "ponder.scaledPools" -}}
{{- $scaled := list -}}
{{- range $name, $pool := include "ponder.pools" . | fromJson -}}
{{- if ne (include "ponder.scalingMode" $pool) "none" }}{{ $scaled = append $scaled $name }}{{ end -}}
{{- end -}}
{{- $scaled | toJson -}}
{{- end -}}

{{/* "true" where KEDA asks the autoscaler for some pool. */}}
{{- define "ponder.kedaAsks" -}}
{{- $asks := false -}}
{{- range include "ponder.pools" . | fromJson -}}
{{- if eq (include "ponder.scalingMode" .) "keda" }}{{ $asks = true }}{{ end -}}
{{- end -}}
{{- if $asks }}true{{ end -}}
{{- end -}}

{{- define "ponder.scalingMode" -}}{{ .scaling.mode }}{{- end -}}

{{/* The target of a pool's scaling as JSON: its reasoners, unless another thing with a scale sub-resource is named. */}}
{{- define "ponder.target" -}}
{{- $own := dict "apiVersion" "apps/v1" "kind" "Deployment" "resource" "deployments" "name" (printf "%s-reasoner-%s" (include "ponder.fullname" .root) .name) -}}
{{- mergeOverwrite $own .pool.scaling.target | toJson -}}
{{- end -}}
