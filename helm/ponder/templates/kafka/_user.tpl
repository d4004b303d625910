{{/* The newest version of Strimzi's API that the cluster serves; v1 where nobody can be asked. Takes root and kind. */}}
{{- define "ponder.strimziApi" -}}
{{- $served := .root.Capabilities.APIVersions -}}
{{- if and ($served.Has (printf "kafka.strimzi.io/v1beta2/%s" .kind)) (not ($served.Has (printf "kafka.strimzi.io/v1/%s" .kind))) -}}
kafka.strimzi.io/v1beta2
{{- else -}}
kafka.strimzi.io/v1
{{- end -}}
{{- end -}}

{{/* One principal with what it may. Takes root, user, role and, for a tenant, tenant. */}}
{{- define "ponder.kafkaUser" -}}
apiVersion: {{ include "ponder.strimziApi" (dict "root" .root "kind" "KafkaUser") }}
kind: KafkaUser
metadata:
  name: {{ include "ponder.fullname" .root }}-{{ .user }}
  namespace: {{ include "ponder.userNamespace" .root }}
  labels:
    {{- include "ponder.labels" (dict "root" .root) | nindent 4 }}
    strimzi.io/cluster: {{ .root.Values.strimzi.cluster }}
    ponder.dev/role: {{ .role }}
spec:
  authentication:
    type: {{ .root.Values.kafka.auth.type }}
  authorization:
    type: simple
    acls:
      {{- $acls := "" }}
      {{- if eq .role "setup" }}
      {{- $acls = include "ponder.setupAcls" .root }}
      {{- else }}
      {{- $acls = include "ponder.acls" . }}
      {{- end }}
      {{- range $acls | fromYamlArray }}
      - resource: {type: {{ .resource.type }}, name: {{ .resource.name | quote }}, patternType: {{ .resource.patternType }}}
        operations: {{ .operations | toJson }}
      {{- end }}
{{- end -}}
