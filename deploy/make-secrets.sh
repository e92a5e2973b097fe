#!/bin/sh
# Makes the secrets that compose.yaml names, once: what is there already stays as it is.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
# Containers read the files as users of their own, so that the folder is closed and not the files.
chmod 700 secrets
umask 022

make_secret() {
	[ -s "secrets/$1" ] || openssl rand "$2" 32 > "secrets/$1"
}
make_secret database-password -hex
make_secret secret-key -base64
make_secret metrics-token -hex
[ -s secrets/database-url ] ||
	printf 'postgres://patchbay:%s@database/patchbay\n' "$(cat secrets/database-password)" > secrets/database-url
