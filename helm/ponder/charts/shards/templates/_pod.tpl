{{- define "shards.podSecurity" -}}
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

{{- define "shards.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{- define "shards.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/*
A job can't be changed, so its name carries a hash of all that it says: another one is made beside it, and Helm takes the old one away.
Takes root, component, tolerations, nodeSelector, and init and containers and volumes (YAML lists).
*/}}
{{- define "shards.job" -}}
{{- $spec := include "shards.jobSpec" . -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ include "shards.fullname" .root }}-{{ .component }}-{{ sha256sum $spec | trunc 8 }}
  labels: {{- include "shards.labels" . | nindent 4 }}
spec:
  {{- $spec | nindent 2 }}
{{- end -}}

{{- define "shards.jobSpec" -}}
backoffLimit: {{ int .root.Values.jobs.backoffLimit }}
ttlSecondsAfterFinished: {{ int .root.Values.jobs.keepSeconds }}
template:
  metadata:
    labels: {{- include "shards.labels" . | nindent 6 }}
  spec:
    restartPolicy: OnFailure
    automountServiceAccountToken: false
    enableServiceLinks: false
    {{- include "shards.pullSecrets" .root | trim | nindent 4 }}
    securityContext: {{- include "shards.podSecurity" .root | nindent 6 }}
    {{- with .tolerations }}
    tolerations: {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- with .nodeSelector }}
    nodeSelector: {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- with .init }}
    initContainers: {{- . | trim | nindent 6 }}
    {{- end }}
    containers: {{- .containers | trim | nindent 6 }}
    volumes:
      - name: models
        persistentVolumeClaim: {claimName: {{ include "shards.claim" .root }}}
      - name: tmp
        emptyDir: {}
      - name: settings
        configMap: {name: {{ include "shards.fullname" .root }}}
      {{- with .volumes }}
      {{- . | trim | nindent 6 }}
      {{- end }}
{{- end -}}

{{/* A container of our own jobs. Takes root, name, arguments (YAML list), resources, and env, mounts (YAML lists). */}}
{{- define "shards.step" -}}
- name: {{ .name }}
  image: {{ include "shards.image" (dict "root" .root "image" .root.Values.jobs.image) }}
  imagePullPolicy: {{ .root.Values.image.pullPolicy }}
  args: {{- .arguments | trim | nindent 4 }}
  securityContext: {{- include "shards.containerSecurity" .root | nindent 4 }}
  {{- with .env }}
  env: {{- . | trim | nindent 4 }}
  {{- end }}
  resources: {{- toYaml .resources | nindent 4 }}
  volumeMounts:
    - {name: models, mountPath: /models}
    - {name: tmp, mountPath: /tmp}
    - {name: settings, mountPath: /etc/shards, readOnly: true}
    {{- with .mounts }}
    {{- . | trim | nindent 4 }}
    {{- end }}
{{- end -}}

{{/* Waits for a folder that another job makes. */}}
{{- define "shards.await" -}}
{{- $arguments := printf "- await\n- --folder=%s\n- --minutes=%d" .folder (int .root.Values.jobs.awaitMinutes) -}}
{{- include "shards.step" (dict "root" .root "name" .name "arguments" $arguments "resources" .root.Values.jobs.layout.resources) -}}
{{- end -}}
