#!/bin/sh
# Twosource with the Node that comes with it. For root it is about the service: its settings, its data, and as its user, so that
# no file becomes root's.
lib=/usr/lib/twosource
if [ "$(id -u)" != 0 ]; then exec "$lib/node" "$lib/src/twosource.js" "$@"; fi
set -a
TWOSOURCE_DATA=/var/lib/twosource
NODE_COMPILE_CACHE=/var/cache/twosource
HOME=/var/lib/twosource
if [ -r /etc/default/twosource ]; then . /etc/default/twosource; fi
exec setpriv --reuid=twosource --regid=twosource --clear-groups "$lib/node" "$lib/src/twosource.js" "$@"
