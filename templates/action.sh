#!/usr/bin/env bash
# What action.yml runs: annotations in the log, a summary of the job, SARIF where asked for.
# Everything that a change can name comes in by the environment and is quoted.
set -uo pipefail

command=("$XREF" check "$ARTICLES" "--changed-since=$SINCE")
while IFS= read -r argument; do
  if [ -n "$argument" ]; then command+=("$argument"); fi
done <<< "${ARGUMENTS:-}"

"${command[@]}" --format github
status=$?
# What was worked out above is kept in .xref-cache, so these only write it down.
if [ "$status" -lt 2 ]; then
  "${command[@]}" --quiet --exit-zero --format comment >> "$GITHUB_STEP_SUMMARY"
  if [ -n "${SARIF:-}" ]; then
    "${command[@]}" --quiet --exit-zero --format sarif --output "$SARIF"
  fi
fi
echo "status=$status" >> "$GITHUB_OUTPUT"
exit "$status"
