import { createHash, timingSafeEqual } from 'node:crypto'
import { type Networks, parseNetworks } from '../../web/accounts/trusted-header.ts'
import { arrivalOf } from '../../web/arrival.ts'
import { bearerIn } from '../../web/program-arrival.ts'

/** Who may read the metrics of a process. */
export type MetricsAccess =
  | { readonly kind: 'networks'; readonly networks: Networks }
  | { readonly kind: 'token'; readonly hash: Buffer }

/** Networks, or a token of at least 16 characters; undefined for anything else. */
export function readMetricsAccess(text: string): MetricsAccess | undefined {
  const networks = parseNetworks(text)
  if (networks) return { kind: 'networks', networks }
  return /^[\w.~+/-]{16,200}=*$/.test(text) ? { kind: 'token', hash: hashOf(text) } : undefined
}

/**
 * True when the client may read them. A network means that of the connection itself: headers about the origin of a request give no right,
 * and a request forwarded by a proxy has none, since all of them come from the proxy's address.
 */
export function mayReadMetrics(access: MetricsAccess, request: Request, env: unknown): boolean {
  switch (access.kind) {
    case 'networks': {
      const { peer, isForwarded } = arrivalOf(request, env)
      return peer !== undefined && !isForwarded && access.networks.has(peer)
    }
    case 'token': {
      const given = bearerIn(request.headers.get('authorization') ?? undefined)
      return given !== undefined && timingSafeEqual(hashOf(given), access.hash)
    }
  }
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
