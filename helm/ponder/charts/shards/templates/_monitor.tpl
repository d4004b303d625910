{{/*
How Prometheus reads the servers. Takes root, and release: the platform's, where it comes along; else these shards belong to what
monitoring.release names, or to themselves.
*/}}
{{- define "shards.podMonitor" -}}
{{- $root := .root -}}
{{- $part := dict "root" $root "component" "server" -}}
{{- $name := include "shards.fullname" $root -}}
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: {{ $name }}
  labels:
    {{- include "shards.labels" $part | nindent 4 }}
    {{- with $root.Values.monitoring.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  selector:
    matchLabels: {{- include "shards.selector" $part | nindent 6 }}
  podMetricsEndpoints:
    - port: metrics
      path: /metrics
      interval: {{ $root.Values.monitoring.interval }}
      relabelings:
        - targetLabel: release
          replacement: {{ $root.Values.monitoring.release | default .release | default (printf "%s/%s" $root.Release.Namespace $name) }}
{{- end -}}
