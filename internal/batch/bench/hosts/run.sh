#!/usr/bin/env bash
# Scores a file under GNU parallel on two hosts, one of which dies halfway, and
# compares the output with that of one machine. The hosts are network namespaces
# on this machine, each with its own sshd. Needs root, GNU parallel, iproute2 and
# openssh-server.
#
#     internal/batch/bench/hosts/run.sh ./rolefit people.jsonl
set -euo pipefail
program=$(realpath "$1") people=$(realpath "$2")
dir=$(mktemp -d)
hosts=(rolefit-a rolefit-b)

clean() {
  for host in "${hosts[@]}"; do
    if ip netns list | grep -qw "$host"; then
      for pid in $(ip netns pids "$host"); do kill -KILL "$pid" 2>/dev/null || true; done
      ip netns delete "$host"
    fi
  done
  rm -rf "$dir"
}
trap clean EXIT
trap "exit 1" INT TERM

mkdir -p /run/sshd
ssh-keygen -q -t ed25519 -N '' -f "$dir/key"
ssh-keygen -q -t ed25519 -N '' -f "$dir/host"
mkdir "$dir/bin"
cp "$program" "$dir/bin/rolefit"
chmod 755 "$dir" "$dir/bin"
cat >"$dir/sshd_config" <<END
HostKey $dir/host
AuthorizedKeysFile $dir/key.pub
PidFile none
StrictModes no
PermitRootLogin prohibit-password
PasswordAuthentication no
MaxStartups 100
MaxSessions 100
SetEnv PATH=$dir/bin:/usr/bin:/bin
END

logins=()
for i in 0 1; do
  host=${hosts[$i]} net=10.213.$i
  ip netns add "$host"
  ip link add "rf$i" type veth peer name eth0 netns "$host"
  ip address add "$net.1/24" dev "rf$i"
  ip link set "rf$i" up
  ip -n "$host" address add "$net.2/24" dev eth0
  ip -n "$host" link set eth0 up
  ip -n "$host" link set lo up
  ip netns exec "$host" /usr/sbin/sshd -f "$dir/sshd_config"
  logins+=(--sshlogin "2/root@$net.2")
done

ssh="ssh -i $dir/key -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o ConnectTimeout=3 -o ServerAliveInterval=2 -o ServerAliveCountMax=2"
"$program" score --brief "$people" >"$dir/one"

# The first host dies while it works, as soon as some of the output is there.
(
  until [ -s "$dir/two" ] && [ "$(ip netns pids "${hosts[0]}" | wc -l)" -gt 2 ]; do sleep 0.05; done
  echo "killing $(ip netns pids "${hosts[0]}" | wc -l) processes of ${hosts[0]}" >&2
  ip -n "${hosts[0]}" link set eth0 down
  for pid in $(ip netns pids "${hosts[0]}"); do kill -KILL "$pid" 2>/dev/null || true; done
) &
killer=$!

parallel --no-notice --ssh "$ssh" "${logins[@]}" --retries 5 --joblog "$dir/log" --pipe --block 5M -k \
  rolefit score -j 1 --brief <"$people" >"$dir/two"
wait "$killer"

awk 'NR > 1 { jobs[$2]++ } END { for (h in jobs) print jobs[h], "blocks were finished by", h }' "$dir/log"
cmp "$dir/one" "$dir/two"
echo "the output is the same: $(wc -l <"$dir/two") lines"
