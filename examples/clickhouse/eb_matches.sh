#!/bin/sh
# One line for each event: true, false, or null for a text that is no event.
exec eb-pattern filter "${EB_PATTERNS:-$(dirname "$0")/set.json}" --each --chunk-header --on-bad-line null
