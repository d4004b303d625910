{{/* One side of a rule; nothing where no peer is named, which is any. Takes side and peers. Never empty, so that a list item begins with it. */}}
{{- define "ponder.peers" -}}
{{- if .peers -}}
{{ .side }}:
  {{- toYaml .peers | nindent 2 }}
{{- else -}}
# {{ ternary "to" "from" (eq .side "to") }} anywhere, on these ports alone
{{- end -}}
{{- end -}}

{{/* The port of a URL; that of its scheme where it names none. */}}
{{- define "ponder.portOf" -}}
{{- $url := urlParse . -}}
{{- $port := regexFind ":[0-9]+$" $url.host | trimPrefix ":" -}}
{{- $port | default (ternary "443" "80" (eq $url.scheme "https")) -}}
{{- end -}}

{{/* JSON list of the ports on which shards are asked. */}}
{{- define "ponder.shardPorts" -}}
{{- $ports := list -}}
{{- range $_, $pool := include "ponder.pools" . | fromJson -}}
{{- $shards := $pool.shards -}}
{{- if $shards.service -}}
{{- $ports = append $ports (int $shards.port) -}}
{{- else -}}
{{- range $shards.addresses }}{{ $ports = append $ports (splitList ":" . | last | int) }}{{ end -}}
{{- end -}}
{{- end -}}
{{- uniq $ports | toJson -}}
{{- end -}}

{{/* JSON list of the ports of their metrics pages. */}}
{{- define "ponder.shardPagePorts" -}}
{{- $ports := list -}}
{{- range $_, $pool := include "ponder.pools" . | fromJson -}}
{{- $shards := $pool.shards -}}
{{- $port := int $shards.metricsPort -}}
{{- if and $shards.service (ne $port 0) }}{{ $ports = append $ports $port }}{{ end -}}
{{- end -}}
{{- uniq $ports | toJson -}}
{{- end -}}
