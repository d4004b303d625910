{{/* JSON list: how the provision command is called. */}}
{{- define "ponder.setupArguments" -}}
{{- $args := list "provision" "--client-config" "/etc/ponder/client/client.properties" "--partitions" (.Values.kafka.partitions | int | toString) "--settlement-partitions" (.Values.kafka.settlementPartitions | int | toString) "--queue" .Values.kafka.queue "--record-lock" (.Values.setup.recordLockSeconds | int | toString) -}}
{{- if eq .Values.kafka.queue "consumer-group" }}{{ $args = concat $args (list "--work-partitions" (include "ponder.workPartitions" .)) }}{{ end -}}
{{- range .Values.tenants }}{{ $args = concat $args (list "--tenant" .) }}{{ end -}}
{{- range $pool, $_ := include "ponder.pools" . | fromJson }}{{ $args = concat $args (list "--pool" $pool) }}{{ end -}}
{{- if ne (include "ponder.setupLaysTopics" .) "true" }}{{ $args = append $args "--group-only" }}{{ end -}}
{{- $args | toJson -}}
{{- end -}}

{{/* Kafka's client properties for a command line tool; what is secret comes from the environment. Takes root and user. */}}
{{- define "ponder.kafkaClientFile" -}}
{{ include "ponder.kafkaSettings" (dict "root" .root "prefix" "") }}
{{- if ne .root.Values.kafka.auth.type "none" }}
config.providers=env
config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider
{{- end }}
{{- if eq .root.Values.kafka.auth.type "scram-sha-512" }}
sasl.jaas.config=${env:KAFKA_SASL_JAAS_CONFIG}
{{- else if eq .root.Values.kafka.auth.type "tls" }}
ssl.keystore.password=${env:KAFKA_SSL_KEYSTORE_PASSWORD}
{{- end }}
{{- end -}}

{{/* A pod that runs a command of the tools image once. Takes root, id, name, args (JSON), user (setup unless said). */}}
{{- define "ponder.setupPod" -}}
{{- $root := .root -}}
{{- $user := .user | default "setup" -}}
metadata:
  labels:
    {{- include "ponder.labels" (dict "root" $root "component" .name) | nindent 4 }}
spec:
  {{- include "ponder.setupPodSpec" . | nindent 2 }}
{{- end -}}

{{- define "ponder.setupPodSpec" -}}
{{- $root := .root -}}
{{- $user := .user | default "setup" -}}
restartPolicy: {{ .restartPolicy | default "OnFailure" }}
serviceAccountName: {{ include "ponder.fullname" $root }}-setup
automountServiceAccountToken: false
enableServiceLinks: false
{{- with $root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  {{- include "ponder.podSecurity" $root | nindent 2 }}
containers:
  - name: {{ .name }}
    image: {{ include "ponder.image" (dict "root" $root "image" $root.Values.setup.image) }}
    imagePullPolicy: {{ $root.Values.image.pullPolicy }}
    args: {{ .args }}
    securityContext:
      {{- include "ponder.containerSecurity" $root | nindent 6 }}
    env:
      - {name: HOME, value: /tmp}
      {{- with include "ponder.kafkaEnv" (dict "root" $root "user" $user) | trim }}{{ . | nindent 6 }}{{ end }}
    resources:
      {{- toYaml $root.Values.setup.resources | nindent 6 }}
    volumeMounts:
      - {name: client, mountPath: /etc/ponder/client, readOnly: true}
      - {name: tmp, mountPath: /tmp}
      {{- with include "ponder.kafkaMounts" (dict "root" $root) | trim }}{{ . | nindent 6 }}{{ end }}
volumes:
  - name: client
    configMap: {name: {{ .id }}}
  - name: tmp
    emptyDir: {}
  {{- with include "ponder.kafkaVolumes" (dict "root" $root "user" $user) | trim }}{{ . | nindent 2 }}{{ end }}
{{- end -}}
