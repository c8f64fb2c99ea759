import type { McpHttpHandler, McpServer } from '@modelcontextprotocol/server'
import { guest, type ReaderIdentity } from '../core/reader-identity.ts'
import type { ProgramIdentified } from '../operations/accounts/authentication.ts'
import { issuerAt } from '../operations/accounts/program-issuer.ts'
import { limitRate } from '../operations/limit-rate.ts'
import type { ProgramApi, ProgramApiContext } from '../operations/program-api.ts'
import type { ProgramCaller } from '../operations/program-authentication.ts'
import { isAllowedHost } from './allowed-host.ts'
import { endWhenRevoked } from './end-when-revoked.ts'
import { listenerSlots } from './listener-slots.ts'
import { challenge } from './oauth-metadata.ts'
import type { Caller } from './open-handler.ts'

/**
 * The Model Context Protocol over HTTP at `/mcp`: version 2026-07-28 and, without sessions, earlier ones. `add` registers more
 * on the server of each request.
 */
export function mcpApi(instance: ProgramApiContext, add: (server: McpServer) => void = () => {}): ProgramApi {
  // Loaded with the first request: most servers never get one.
  let handler: Promise<McpHttpHandler> | undefined
  const takePlace = listenerSlots()
  const limit = limitRate(instance.requestsPerMinute, () => instance.operations.now().getTime())
  const opened = () => (handler ??= import('./open-handler.ts').then(({ openHandler }) => openHandler(instance, add)))
  return {
    owns: (path) => path === '/mcp' || path === '/mcp/',
    async answer(request, arrival) {
      if (!isAllowedHost(request.headers, instance.baseUrl))
        return refusal(403, 'The server doesn’t know this host. Set TWOSOURCE_BASE_URL to its public URL.')
      const issuer = issuerAt(request.headers.get('host') ?? undefined, instance.baseUrl)
      const identify = () => instance.door.identifyAt(arrival, issuer?.resource)
      const known = await identify()
      switch (known.kind) {
        case 'known': {
          const reader = readerOf(known.identity, arrival)
          const asker = reader.id === guest.id ? arrival.address : reader.id
          const { isAllowed, resetSeconds } = limit(asker)
          if (!isAllowed)
            return refusal(429, 'Your programs send too many requests. Wait a moment.', {
              'retry-after': String(resetSeconds),
            })
          const asking: Caller = { reader, mayCallMore: () => limit(asker).isAllowed }
          const authInfo = { token: '', clientId: reader.id, scopes: [], extra: asking }
          const leave = isListening(request) ? takePlace(reader.id) : () => {}
          if (!leave)
            return refusal(429, 'Too many of your programs are connected. Close one first.', { 'retry-after': '60' })
          const answer = await (await opened()).fetch(request, { authInfo })
          return endWhenRevoked(answer, async () => isSame(known, await identify()), leave)
        }
        case 'unknown':
          return refusal(401, 'A valid token is needed. Make one under Settings, Advanced, API tokens.', {
            'www-authenticate': challenge(issuer, arrival.bearer !== undefined),
          })
        case 'later':
          return refusal(429, 'Too many wrong tokens came from this address. Wait a while.', {
            'retry-after': String(known.retryAfterSeconds),
          })
      }
    },
  }
}

/** The library rejects a message without this header, or with a different method in it. */
function isListening({ headers }: Request): boolean {
  return headers.get('mcp-method') === 'subscriptions/listen'
}

function isSame({ identity }: ProgramIdentified & { readonly kind: 'known' }, now: ProgramIdentified): boolean {
  return now.kind === 'known' && now.identity.id === identity.id
}

/** A program may only read unless its token says otherwise, even on the owner's machine. */
function readerOf(identity: ReaderIdentity, { bearer }: ProgramCaller): ReaderIdentity {
  if (bearer !== undefined) return { ...identity, isProgram: true }
  const own = identity.id === guest.id ? {} : { readsAs: 'reader' as const }
  return { ...identity, isProgram: true, role: 'guest', ...own }
}

function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(
    { jsonrpc: '2.0', id: null, error: { code: -32_000, message } },
    { status, headers: { 'cache-control': 'no-store', ...headers } },
  )
}
