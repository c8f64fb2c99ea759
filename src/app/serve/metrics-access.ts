import { createHash, timingSafeEqual } from 'node:crypto'
import { type Networks, parseNetworks } from '../../web/accounts/trusted-header.ts'
import { arrivalOf } from '../../web/owner.ts'
import { bearerIn } from '../../web/program-arrival.ts'

/** Who may read the figures of a process. */
export type MetricsAccess =
  | { readonly kind: 'networks'; readonly networks: Networks }
  | { readonly kind: 'token'; readonly hash: Buffer }

/** Networks, or a token of 16 characters and more; undefined for what is neither. */
export function readMetricsAccess(text: string): MetricsAccess | undefined {
  const networks = parseNetworks(text)
  if (networks) return { kind: 'networks', networks }
  return /^[\w.~+/-]{16,200}=*$/.test(text) ? { kind: 'token', hash: hashOf(text) } : undefined
}

/**
 * True for who may. A network is that of the connection itself: what headers say of where a request comes from gives no right, and
 * a request that a proxy passes on has none, since all of them come from the proxy's address.
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
