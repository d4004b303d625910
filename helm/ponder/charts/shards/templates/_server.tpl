{{/* How many there are; a comment where somebody else decides, so that no upgrade puts back what an autoscaler has raised. */}}
{{- define "shards.replicas" -}}
{{- if kindIs "invalid" .Values.replicas -}}
# replicas are as many as somebody else decides
{{- else -}}
replicas: {{ int .Values.replicas }}
{{- end -}}
{{- end -}}

{{/* The pod of a server. Takes root and leader: whether it answers (a worker of a group does not). */}}
{{- define "shards.serverPod" -}}
{{- $root := .root -}}
{{- $v := .root.Values -}}
metadata:
  labels:
    {{- include "shards.labels" (dict "root" $root "component" "server") | nindent 4 }}
    {{- with $v.server.podLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  annotations:
    kubectl.kubernetes.io/default-container: triton
    ponder.dev/launch: {{ include "shards.launch" $root | sha256sum | trunc 16 | quote }}
    {{- with $v.server.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  automountServiceAccountToken: false
  enableServiceLinks: false
  # Time to be taken off the addresses, to finish what runs, and to end.
  terminationGracePeriodSeconds: {{ add (int $v.server.preStopSeconds) (int $v.server.exitTimeoutSeconds) 15 }}
  {{- if $v.server.hostIPC }}
  hostIPC: true
  {{- end }}
  {{- with $v.server.runtimeClassName }}
  runtimeClassName: {{ . }}
  {{- end }}
  {{- with $v.server.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  {{- include "shards.pullSecrets" $root | trim | nindent 2 }}
  securityContext: {{- include "shards.podSecurity" $root | nindent 4 }}
  {{- if and $v.topologySpread.enabled (eq $v.workload "Deployment") }}
  topologySpreadConstraints:
    {{- range $key := list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    - maxSkew: 1
      topologyKey: {{ $key }}
      whenUnsatisfiable: {{ $v.topologySpread.whenUnsatisfiable }}
      labelSelector:
        matchLabels: {{- include "shards.selector" (dict "root" $root "component" "server") | nindent 10 }}
      matchLabelKeys: [pod-template-hash]
    {{- end }}
  {{- end }}
  {{- $selector := $v.server.nodeSelector }}
  {{- if $v.gpu.product }}{{ $selector = merge (dict "nvidia.com/gpu.product" $v.gpu.product) $selector }}{{ end }}
  {{- with $selector }}
  nodeSelector: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $v.server.tolerations }}
  tolerations: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $v.server.affinity }}
  affinity: {{- toYaml . | nindent 4 }}
  {{- end }}
  initContainers:
    {{- include "shards.await" (dict "root" $root "name" "await-model" "folder" (include "shards.repository" $root)) | nindent 4 }}
  containers:
    - name: triton
      image: {{ include "shards.image" (dict "root" $root "image" $v.server.image) }}
      imagePullPolicy: {{ $v.image.pullPolicy }}
      command: [bash, /etc/shards/launch.sh]
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: {{ $v.server.readOnlyRootFilesystem }}
        capabilities: {drop: [ALL]}
      env:
        # Caches and compiled kernels go where anybody may write.
        - {name: HOME, value: /tmp}
        - {name: HF_HUB_OFFLINE, value: "1"}
        {{- range $key, $value := $v.nccl }}
        - {name: {{ $key }}, value: {{ $value | quote }}}
        {{- end }}
        {{- with $v.server.env }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      {{- if .leader }}
      ports:
        - {name: health, containerPort: 8000}
        - {name: grpc, containerPort: 8001}
        - {name: metrics, containerPort: 8002}
      # Loading weights and compiling kernels takes minutes; nothing else is asked before it is over.
      startupProbe:
        httpGet: {path: /v2/health/ready, port: health}
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: {{ mul (int $v.server.startupMinutes) 6 }}
      readinessProbe:
        httpGet: {path: /v2/health/ready, port: health}
        periodSeconds: 5
        timeoutSeconds: 5
        failureThreshold: 3
      livenessProbe:
        httpGet: {path: /v2/health/live, port: health}
        periodSeconds: 15
        timeoutSeconds: 10
        failureThreshold: 4
      lifecycle:
        preStop:
          # Whoever was told of this pod hears first that it goes; then Triton takes nothing new and finishes what runs.
          sleep: {seconds: {{ int $v.server.preStopSeconds }}}
      {{- else }}
      ports:
        - {name: ssh, containerPort: {{ int $v.ssh.port }}}
      {{- end }}
      {{- $extra := dict }}
      {{- if gt (int $v.gpu.perNode) 0 }}{{ $_ := set $extra $v.gpu.resource (int $v.gpu.perNode | toString) }}{{ end }}
      {{- if $v.rdma.resource }}{{ $_ := set $extra $v.rdma.resource (int $v.rdma.count | toString) }}{{ end }}
      {{- $resources := deepCopy $v.server.resources }}
      {{- $_ := set $resources "limits" (merge (deepCopy ($resources.limits | default dict)) $extra) }}
      resources: {{- toYaml $resources | nindent 8 }}
      volumeMounts:
        - {name: models, mountPath: /models, readOnly: true}
        - {name: tmp, mountPath: /tmp}
        - {name: shm, mountPath: /dev/shm}
        - {name: settings, mountPath: /etc/shards, readOnly: true}
        {{- if $v.tls.enabled }}
        - {name: tls, mountPath: /etc/shards-tls, readOnly: true}
        {{- end }}
        {{- if eq $v.workload "LeaderWorkerSet" }}
        - {name: ssh, mountPath: /etc/shards-ssh, readOnly: true}
        {{- end }}
  volumes:
    - name: models
      persistentVolumeClaim: {claimName: {{ include "shards.claim" $root }}}
    - name: tmp
      emptyDir: {}
    # What ranks and Triton's Python share; a container has 64 MiB otherwise.
    - name: shm
      emptyDir: {medium: Memory, sizeLimit: {{ $v.server.shm }}}
    - name: settings
      configMap: {name: {{ include "shards.fullname" $root }}}
    {{- if $v.tls.enabled }}
    - name: tls
      secret: {secretName: {{ $v.tls.secret }}}
    {{- end }}
    {{- if eq $v.workload "LeaderWorkerSet" }}
    - name: ssh
      secret: {secretName: {{ $v.ssh.secret }}, defaultMode: 0440}
    {{- end }}
{{- end -}}
