{{/* What all Kafka clients share, and the topics of TopicPlan and the rights of module access, written out for Strimzi; tests compare them. */}}

{{- define "ponder.kafkaNamespace" -}}
{{- .Values.strimzi.namespace | default .Release.Namespace -}}
{{- end -}}

{{/* Where the user operator looks for KafkaUsers and lays their Secrets. */}}
{{- define "ponder.userNamespace" -}}
{{- .Values.strimzi.userNamespace | default (include "ponder.kafkaNamespace" .) -}}
{{- end -}}

{{- define "ponder.bootstrap" -}}
{{- if .Values.kafka.bootstrapServers -}}
{{- .Values.kafka.bootstrapServers -}}
{{- else if .Values.strimzi.cluster -}}
{{- printf "%s-kafka-bootstrap.%s.svc:%s" .Values.strimzi.cluster (include "ponder.kafkaNamespace" .) (ternary "9093" "9092" .Values.kafka.tls.enabled) -}}
{{- end -}}
{{- end -}}

{{/* The Secret of one principal: that of its KafkaUser unless another is named. Takes root and user. */}}
{{- define "ponder.kafkaSecret" -}}
{{- $named := get .root.Values.kafka.auth.secrets .user -}}
{{- if $named }}{{ $named }}{{ else if .root.Values.strimzi.users }}{{ include "ponder.fullname" .root }}-{{ .user }}{{ end -}}
{{- end -}}

{{- define "ponder.kafkaCaSecret" -}}
{{- if .Values.kafka.tls.caSecret }}{{ .Values.kafka.tls.caSecret }}{{ else if .Values.strimzi.cluster }}{{ .Values.strimzi.cluster }}-cluster-ca-cert{{ end -}}
{{- end -}}

{{- define "ponder.securityProtocol" -}}
{{- $sasl := eq .Values.kafka.auth.type "scram-sha-512" -}}
{{- if .Values.kafka.tls.enabled }}{{ ternary "SASL_SSL" "SSL" $sasl }}{{ else }}{{ ternary "SASL_PLAINTEXT" "PLAINTEXT" $sasl }}{{ end -}}
{{- end -}}

{{/* Client settings without a secret in them, each after a prefix. Takes root and prefix. */}}
{{- define "ponder.kafkaSettings" -}}
{{- $kafka := .root.Values.kafka -}}
{{- $p := .prefix -}}
{{ $p }}bootstrap.servers={{ include "ponder.bootstrap" .root }}
{{ $p }}security.protocol={{ include "ponder.securityProtocol" .root }}
{{- if eq $kafka.auth.type "scram-sha-512" }}
{{ $p }}sasl.mechanism=SCRAM-SHA-512
{{- end }}
{{- if $kafka.tls.enabled }}
{{- if include "ponder.kafkaCaSecret" .root }}
{{ $p }}ssl.truststore.type=PEM
{{ $p }}ssl.truststore.location=/etc/ponder/kafka-ca/ca.crt
{{- end }}
{{- if eq $kafka.auth.type "tls" }}
{{ $p }}ssl.keystore.type=PKCS12
{{ $p }}ssl.keystore.location=/etc/ponder/kafka-user/user.p12
{{- end }}
{{- end }}
{{- include "ponder.settings" (dict "settings" $kafka.properties "prefix" $p) }}
{{- end -}}

{{/* The secrets, as environment. Quarkus takes KAFKA_SASL_JAAS_CONFIG for kafka.sasl.jaas.config. Takes root and user. */}}
{{- define "ponder.kafkaEnv" -}}
{{- $secret := include "ponder.kafkaSecret" . -}}
{{- if eq .root.Values.kafka.auth.type "scram-sha-512" }}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: sasl.jaas.config}}
{{- else if eq .root.Values.kafka.auth.type "tls" }}
- name: KAFKA_SSL_KEYSTORE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: user.password}}
{{- end }}
{{- end -}}

{{- define "ponder.kafkaVolumes" -}}
{{- if and .root.Values.kafka.tls.enabled (include "ponder.kafkaCaSecret" .root) }}
- name: kafka-ca
  secret:
    secretName: {{ include "ponder.kafkaCaSecret" .root }}
    items: [{key: {{ .root.Values.kafka.tls.caKey }}, path: ca.crt}]
{{- end }}
{{- if eq .root.Values.kafka.auth.type "tls" }}
- name: kafka-user
  secret:
    secretName: {{ include "ponder.kafkaSecret" . }}
    items: [{key: user.p12, path: user.p12}]
{{- end }}
{{- end -}}

{{- define "ponder.kafkaMounts" -}}
{{- if and .root.Values.kafka.tls.enabled (include "ponder.kafkaCaSecret" .root) }}
- {name: kafka-ca, mountPath: /etc/ponder/kafka-ca, readOnly: true}
{{- end }}
{{- if eq .root.Values.kafka.auth.type "tls" }}
- {name: kafka-user, mountPath: /etc/ponder/kafka-user, readOnly: true}
{{- end }}
{{- end -}}

{{/* JSON list of ports of the brokers: those named, else those of the addresses. */}}
{{- define "ponder.kafkaPorts" -}}
{{- $ports := list -}}
{{- if .Values.networkPolicy.kafka.ports -}}
{{- range .Values.networkPolicy.kafka.ports }}{{ $ports = append $ports (int .) }}{{ end -}}
{{- else -}}
{{- range splitList "," (include "ponder.bootstrap" .) }}{{ $ports = append $ports (splitList ":" . | last | trim | int) }}{{ end -}}
{{- end -}}
{{- uniq $ports | toJson -}}
{{- end -}}

{{/* A tenant's topic; the default tenant's carry no name. Takes base and tenant. */}}
{{- define "ponder.tenantTopic" -}}
{{- if eq .tenant "default" }}{{ .base }}{{ else }}{{ .base }}.{{ .tenant }}{{ end -}}
{{- end -}}

{{/* A share group serves one partition best; of a consumer group each process has partitions of its own. */}}
{{- define "ponder.workPartitions" -}}
{{- ternary 1 (int .Values.kafka.workPartitions) (eq .Values.kafka.queue "share-group") -}}
{{- end -}}

{{/* YAML list of all topics as TopicPlan lays them: name, kind, partitions, config. */}}
{{- define "ponder.topics" -}}
{{- $many := int .Values.kafka.partitions -}}
{{- $settlement := int .Values.kafka.settlementPartitions -}}
{{- range $tenant := .Values.tenants }}
- name: {{ include "ponder.tenantTopic" (dict "base" "reasoning.requests" "tenant" $tenant) }}
  kind: requests
  partitions: {{ $many }}
  config: {cleanup.policy: delete, retention.ms: "604800000", max.message.bytes: "16777216", message.timestamp.type: LogAppendTime}
- name: {{ include "ponder.tenantTopic" (dict "base" "reasoning.control" "tenant" $tenant) }}
  kind: control
  partitions: 3
  config: {cleanup.policy: delete, retention.ms: "86400000", message.timestamp.type: LogAppendTime}
- name: {{ include "ponder.tenantTopic" (dict "base" "reasoning.chunks" "tenant" $tenant) }}
  kind: chunks
  partitions: {{ $many }}
  config: {cleanup.policy: delete, retention.ms: "3600000"}
- name: {{ include "ponder.tenantTopic" (dict "base" "reasoning.results" "tenant" $tenant) }}
  kind: results
  partitions: {{ $many }}
  config: {cleanup.policy: delete, retention.ms: "604800000"}
- name: {{ include "ponder.tenantTopic" (dict "base" "reasoning.dead-letters" "tenant" $tenant) }}
  kind: dead-letters
  partitions: 3
  config: {cleanup.policy: delete, retention.ms: "2592000000", max.message.bytes: "16777216"}
{{- end }}
{{- range $pool, $_ := include "ponder.pools" . | fromJson }}
{{- range $class := list "interactive" "standard" "batch" "surplus" }}
- name: reasoning.work.{{ $pool }}.{{ $class }}
  kind: work
  partitions: {{ include "ponder.workPartitions" $ }}
  config: {cleanup.policy: delete, retention.ms: "-1", retention.bytes: "-1", message.timestamp.type: LogAppendTime}
{{- end }}
{{- end }}
- name: reasoning.progress
  kind: progress
  partitions: {{ $settlement }}
  config: {cleanup.policy: "compact,delete", retention.ms: "86400000", segment.ms: "600000"}
- name: reasoning.outcomes
  kind: outcomes
  partitions: {{ $settlement }}
  config: {cleanup.policy: delete, retention.ms: "86400000"}
- name: reasoning.register
  kind: register
  partitions: {{ $settlement }}
  config: {cleanup.policy: "compact,delete", retention.ms: "86400000", segment.ms: "3600000"}
- name: reasoning.chains
  kind: chains
  partitions: {{ $many }}
  config: {cleanup.policy: compact, max.compaction.lag.ms: "86400000"}
{{- end -}}

{{/* What a role may on each kind of topic: the table Rights of module access. */}}
{{- define "ponder.rights" -}}
router:
  requests: [Read]
  control: [Read]
  outcomes: [Read, Write]
  register: [Read, Write]
  work: [Read, Write, Delete]
  results: [Write]
  chains: [Write]
  dead-letters: [Write]
  progress: [Write]
  chunks: [Describe]
reasoner:
  work: [Read, DescribeConfigs]
  control: [Read]
  progress: [Read, Write]
  outcomes: [Read, Write]
  chunks: [Write]
  dead-letters: [Write]
cache:
  chains: [Read]
autoscaler:
  work: [Describe]
operator:
  requests: [Write]
  control: [Write]
  dead-letters: [Read]
eraser:
  requests: [Delete, DescribeConfigs]
  control: [Delete, DescribeConfigs]
  results: [Delete, DescribeConfigs]
  chunks: [Delete, DescribeConfigs]
  dead-letters: [Read, Delete, DescribeConfigs]
  chains: [Read, Write, DescribeConfigs]
  progress: [Read, Write, DescribeConfigs]
  work: [Read, DescribeConfigs]
  outcomes: [Read, DescribeConfigs]
tenant:
  requests: [Write]
  control: [Write]
  results: [Read]
  chunks: [Read]
{{- end -}}

{{/* What a role may besides topics. A consumer group has no settings for reasoners to read. */}}
{{- define "ponder.groupRights" -}}
router:
  - {type: group, name: ponder-router, patternType: literal, operations: [Read]}
  - {type: group, name: ponder-router-orders, patternType: literal, operations: [Read]}
  - {type: group, name: ponder-router-sharing-, patternType: prefix, operations: [Read]}
  - {type: group, name: ponder-settlement, patternType: literal, operations: [Read]}
  - {type: group, name: ponder-reasoner, patternType: literal, operations: [Describe]}
  - {type: transactionalId, name: ponder-settlement, patternType: prefix, operations: [Write]}
reasoner:
  - {type: group, name: ponder-reasoner, patternType: literal, operations: {{ ternary (list "Read" "DescribeConfigs") (list "Read") (eq .Values.kafka.queue "share-group") | toJson }}}
  - {type: group, name: ponder-reasoner-orders-, patternType: prefix, operations: [Read]}
cache:
  - {type: group, name: ponder-cache-, patternType: prefix, operations: [Read]}
autoscaler:
  - {type: group, name: ponder-reasoner, patternType: literal, operations: [Describe]}
{{- end -}}

{{/* YAML list of one principal's ACLs in Strimzi's form. Takes root, role and, for a tenant, tenant. */}}
{{- define "ponder.acls" -}}
{{- $role := .role -}}
{{- $tenant := .tenant | default "" -}}
{{- $rights := get (include "ponder.rights" .root | fromYaml) $role -}}
{{- $topics := include "ponder.topics" .root | fromYamlArray -}}
{{- $deadLetters := "reasoning.dead-letters" -}}
{{- range $topic := $topics -}}
{{- $operations := get $rights $topic.kind -}}
{{- if and (eq $role "reasoner") (eq $topic.kind "dead-letters") }}{{ $operations = "" }}{{ end -}}
{{- if $tenant -}}
{{- $own := include "ponder.tenantTopic" (dict "base" (printf "reasoning.%s" $topic.kind) "tenant" $tenant) -}}
{{- if ne $own $topic.name }}{{ $operations = "" }}{{ end -}}
{{- end -}}
{{- if $operations }}
- resource: {type: topic, name: {{ $topic.name }}, patternType: literal}
  operations: {{ $operations | toJson }}
{{- end -}}
{{- end -}}
{{- /* What nobody can be named for lies with the default tenant's dead letters, whoever else is served. */ -}}
{{- $unnamed := without (get $rights "dead-letters" | default list) "Delete" -}}
{{- $served := and (has "default" .root.Values.tenants) (ne $role "reasoner") -}}
{{- if and $unnamed (not $served) (not $tenant) }}
- resource: {type: topic, name: {{ $deadLetters }}, patternType: literal}
  operations: {{ $unnamed | toJson }}
{{- end -}}
{{- range get (include "ponder.groupRights" .root | fromYaml) $role | default list }}
- resource: {type: {{ .type }}, name: {{ .name }}, patternType: {{ .patternType }}}
  operations: {{ .operations | toJson }}
{{- end -}}
{{- if $tenant }}
- resource: {type: group, name: {{ $tenant }}., patternType: prefix}
  operations: [Read]
{{- end -}}
{{- end -}}

{{/* What the setup job may: lay topics where it is to, look at what is there, set the reasoners' share group up where they have one. */}}
{{- define "ponder.setupAcls" -}}
{{- if eq .Values.kafka.queue "share-group" }}
- resource: {type: group, name: ponder-reasoner, patternType: literal}
  operations: [AlterConfigs, DescribeConfigs]
{{- end }}
- resource: {type: topic, name: reasoning., patternType: prefix}
  operations: {{ ternary (list "Create" "Describe" "DescribeConfigs") (list "Describe" "DescribeConfigs") (include "ponder.setupLaysTopics" . | eq "true") | toJson }}
{{- end -}}

{{/* Whether there is anything to set up by a job: a consumer group has no settings with the broker. */}}
{{- define "ponder.setupHasWork" -}}
{{- and .Values.setup.enabled (or (include "ponder.setupLaysTopics" . | eq "true") (eq .Values.kafka.queue "share-group")) -}}
{{- end -}}

{{/* Whether the job lays topics: not where Strimzi does. */}}
{{- define "ponder.setupLaysTopics" -}}
{{- and .Values.setup.topics (not .Values.strimzi.topics) -}}
{{- end -}}
