{{/*
The pod of a part. Takes
  root, component, pool (reasoners alone), id (the workload's name), values (its part of the values)
  config (name of its ConfigMap), checksum (of what is in it)
  ports (YAML list), grace, preStop (seconds), api (whether it calls the API server)
  user (its Kafka principal), volumes, mounts (YAML lists)
*/}}
{{- define "ponder.pod" -}}
{{- $root := .root -}}
{{- $selector := dict "root" .root "component" .component "pool" (.pool | default "") -}}
metadata:
  labels:
    {{- include "ponder.labels" $selector | nindent 4 }}
    {{- with .values.podLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  annotations:
    kubectl.kubernetes.io/default-container: {{ .component }}
    ponder.dev/config: {{ .checksum | quote }}
    {{- with .values.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "ponder.fullname" .root }}-{{ .component }}
  automountServiceAccountToken: {{ .api }}
  # Kubernetes would put ROUTER_PORT and the like into the environment, which the services take for settings that don't exist.
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .grace }}
  {{- with .values.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  {{- with $root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  securityContext:
    {{- include "ponder.podSecurity" $root | nindent 4 }}
  {{- if $root.Values.topologySpread.enabled }}
  topologySpreadConstraints:
    {{- range $key := list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    - maxSkew: 1
      topologyKey: {{ $key }}
      whenUnsatisfiable: {{ $root.Values.topologySpread.whenUnsatisfiable }}
      labelSelector:
        matchLabels:
          {{- include "ponder.selector" $selector | nindent 10 }}
      # Each revision is spread by itself, so that a roll-out does not count the pods that go.
      matchLabelKeys: [{{ if has $.component (list "router" "cache") }}controller-revision-hash{{ else }}pod-template-hash{{ end }}]
    {{- end }}
  {{- end }}
  {{- with .values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  containers:
    - name: {{ .component }}
      image: {{ include "ponder.image" (dict "root" .root "image" .values.image) }}
      imagePullPolicy: {{ $root.Values.image.pullPolicy }}
      securityContext:
        {{- include "ponder.containerSecurity" $root | nindent 8 }}
      env:
        - name: POD_NAME
          valueFrom: {fieldRef: {fieldPath: metadata.name}}
        - name: POD_NAMESPACE
          valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
        - {name: SMALLRYE_CONFIG_LOCATIONS, value: /etc/ponder/config/application.properties}
        # Native libraries unpack themselves there, and the root is read-only.
        - {name: HOME, value: /tmp}
        - {name: DJL_CACHE_DIR, value: /tmp/djl}
        {{- with include "ponder.kafkaEnv" (dict "root" $root "user" .component) | trim }}{{ . | nindent 8 }}{{ end }}
        {{- with .values.extraEnv }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      ports:
        - {name: http, containerPort: 8080}
        {{- with .ports }}
        {{- . | nindent 8 }}
        {{- end }}
      startupProbe:
        httpGet: {path: /q/health/started, port: http}
        periodSeconds: 1
        failureThreshold: 120
      livenessProbe:
        httpGet: {path: /q/health/live, port: http}
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 3
      readinessProbe:
        httpGet: {path: /q/health/ready, port: http}
        periodSeconds: 5
        timeoutSeconds: 5
        failureThreshold: 2
      {{- if .preStop }}
      lifecycle:
        preStop:
          # Whoever was told of this pod hears first that it goes.
          sleep: {seconds: {{ .preStop }}}
      {{- end }}
      resources:
        {{- toYaml .values.resources | nindent 8 }}
      volumeMounts:
        - {name: config, mountPath: /etc/ponder/config, readOnly: true}
        - {name: tmp, mountPath: /tmp}
        {{- with include "ponder.kafkaMounts" (dict "root" $root) | trim }}{{ . | nindent 8 }}{{ end }}
        {{- with include "ponder.tlsMounts" $root | trim }}{{ . | nindent 8 }}{{ end }}
        {{- with .mounts }}
        {{- . | nindent 8 }}
        {{- end }}
        {{- with .values.extraVolumeMounts }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
  volumes:
    - name: config
      configMap: {name: {{ .config }}}
    - name: tmp
      emptyDir: {}
    {{- with include "ponder.kafkaVolumes" (dict "root" $root "user" .component) | trim }}{{ . | nindent 4 }}{{ end }}
    {{- with include "ponder.tlsVolumes" (dict "root" $root "user" .component) | trim }}{{ . | nindent 4 }}{{ end }}
    {{- with .volumes }}
    {{- . | nindent 4 }}
    {{- end }}
    {{- with .values.extraVolumes }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
{{- end -}}

{{- define "ponder.podSecurity" -}}
runAsNonRoot: true
{{- if .Values.podSecurity.runAsUser }}
runAsUser: {{ int64 .Values.podSecurity.runAsUser }}
runAsGroup: {{ int64 .Values.podSecurity.runAsUser }}
{{- end }}
{{- if .Values.podSecurity.fsGroup }}
fsGroup: {{ int64 .Values.podSecurity.fsGroup }}
fsGroupChangePolicy: OnRootMismatch
{{- end }}
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "ponder.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{/* The Secret with certificate, key and authority of one party (router, cache, reasoner, autoscaler, keda). Takes root and user. */}}
{{- define "ponder.tlsSecret" -}}
{{- get .root.Values.tls.secrets .user | default (printf "%s-%s-tls" (include "ponder.fullname" .root) .user) -}}
{{- end -}}

{{/* JSON list of the parties that there are. */}}
{{- define "ponder.tlsParties" -}}
{{- $parties := list "router" "reasoner" -}}
{{- if .Values.cache.enabled }}{{ $parties = append $parties "cache" }}{{ end -}}
{{- if include "ponder.scaledPools" . | fromJsonArray }}{{ $parties = append $parties "autoscaler" }}{{ end -}}
{{- if include "ponder.kedaAsks" . }}{{ $parties = append $parties "keda" }}{{ end -}}
{{- $parties | toJson -}}
{{- end -}}

{{/* JSON list of the names by which one party is known to the server that it asks; its host's unless others are said. Takes root and user. */}}
{{- define "ponder.tlsNames" -}}
{{- $said := .root.Values.tls.names | default dict -}}
{{- if hasKey $said .user }}{{ get $said .user | toJson }}{{ else }}{{ list (include "ponder.host" (dict "root" .root "part" .user)) | toJson }}{{ end -}}
{{- end -}}

{{/* Whom a server answers, with commas: the one party that asks it; empty where whoever is vouched for may. Takes root and user. */}}
{{- define "ponder.tlsClients" -}}
{{- if .root.Values.tls.enabled }}{{ include "ponder.tlsNames" . | fromJsonArray | join "," }}{{ end -}}
{{- end -}}

{{- define "ponder.tlsVolumes" -}}
{{- if .root.Values.tls.enabled -}}
- name: tls
  secret:
    secretName: {{ include "ponder.tlsSecret" . }}
{{- end -}}
{{- end -}}

{{- define "ponder.tlsMounts" -}}
{{- if .Values.tls.enabled -}}
- {name: tls, mountPath: /etc/ponder/tls, readOnly: true}
{{- end -}}
{{- end -}}

{{/* The three files of one end of a channel; takes root and prefix. */}}
{{- define "ponder.tlsSettings" -}}
{{- if .root.Values.tls.enabled }}
{{ .prefix }}certificate=/etc/ponder/tls/tls.crt
{{ .prefix }}key=/etc/ponder/tls/tls.key
{{ .prefix }}authorities=/etc/ponder/tls/ca.crt
{{- end }}
{{- end -}}
