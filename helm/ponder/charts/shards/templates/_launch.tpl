{{/* Arguments of tritonserver, a line each. */}}
{{- define "shards.serverArguments" -}}
--model-repository={{ include "shards.repository" . }}
--http-port=8000
--grpc-port=8001
--metrics-port=8002
--exit-timeout-secs={{ int .Values.server.exitTimeoutSeconds }}
--strict-readiness=true
{{- if eq .Values.model.profile "llmapi" }}
--backend-config=python,shm-region-prefix-name=shards_
{{- end }}
{{- if .Values.tls.enabled }}
--grpc-use-ssl=true
--grpc-server-cert=/etc/shards-tls/tls.crt
--grpc-server-key=/etc/shards-tls/tls.key
{{- if .Values.tls.mutual }}
--grpc-use-ssl-mutual=true
--grpc-root-cert=/etc/shards-tls/ca.crt
{{- end }}
{{- end }}
{{- range .Values.server.args }}
{{ . }}
{{- end }}
{{- end -}}

{{/* How a pod begins: alone, as one rank after the other in one pod, or as leader or worker of a group. */}}
{{- define "shards.launch" -}}
#!/usr/bin/env bash
set -euo pipefail
server=(tritonserver
{{- range splitList "\n" (include "shards.serverArguments" . | trim) }}
    {{ . | squote }}
{{- end }}
)
{{- $world := include "shards.world" . | int }}
{{- if eq .Values.workload "LeaderWorkerSet" }}
# MPI reaches the workers by SSH: each pod runs a daemon of its own user, with the keys of a Secret.
mkdir -p "$HOME/.ssh"
chmod 700 "$HOME/.ssh"
install -m 600 /etc/shards-ssh/ssh-privatekey "$HOME/.ssh/key"
ssh-keygen -y -f "$HOME/.ssh/key" >"$HOME/.ssh/authorized_keys"
ssh-keygen -q -t ed25519 -N '' -f "$HOME/.ssh/host" <<<y >/dev/null
daemon=(/usr/sbin/sshd -D -p {{ int .Values.ssh.port }} -o "HostKey=$HOME/.ssh/host" -o "PidFile=$HOME/.ssh/pid" -o UsePAM=no
    -o "AuthorizedKeysFile=$HOME/.ssh/authorized_keys" -o PasswordAuthentication=no -o StrictModes=no)
if [ "${LWS_WORKER_INDEX:?is set by the LeaderWorkerSet}" != 0 ]; then
    exec "${daemon[@]}"
fi
hosts=$LWS_LEADER_ADDRESS:{{ int .Values.gpu.perNode }}
for ((worker = 1; worker < LWS_GROUP_SIZE; worker++)); do
    name=${LWS_LEADER_ADDRESS/./-$worker.}
    hosts=$hosts,$name:{{ int .Values.gpu.perNode }}
    until (exec 3<>"/dev/tcp/$name/{{ int .Values.ssh.port }}") 2>/dev/null; do sleep 2; done
done
"${daemon[@]}" &
passed=()
for variable in PATH LD_LIBRARY_PATH HOME {{ keys .Values.nccl | sortAlpha | join " " }}; do passed+=(-x "$variable"); done
exec mpirun -np {{ $world }} -H "$hosts" --mca plm_rsh_agent ssh \
    --mca plm_rsh_args "-p {{ int .Values.ssh.port }} -i $HOME/.ssh/key -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null" \
    "${passed[@]}" trtllm-llmapi-launch "${server[@]}"
{{- else if and (eq .Values.model.profile "ifb") (gt $world 1) }}
# One server a rank: the first one answers, the others load the model and wait for it.
ranks=(-n 1 "${server[@]}" --disable-auto-complete-config)
{{- range $rank := untilStep 1 $world 1 }}
ranks+=(: -n 1 "${server[@]}" --disable-auto-complete-config --model-control-mode=explicit --load-model={{ $.Values.model.name }}
    --allow-http=false --allow-grpc=false --allow-metrics=false)
{{- end }}
exec mpirun "${ranks[@]}"
{{- else }}
exec "${server[@]}"
{{- end }}
{{- end -}}
