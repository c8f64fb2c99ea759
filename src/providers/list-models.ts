import { defined } from '../core/defined.ts'
import type { ModelFailure } from '../core/model.ts'
import { failed, failureOfStatus, type ModelServer, type SendStreaming } from './model-fetch.ts'
import { openLimit } from './open-limit.ts'

const MOST_BYTES = 2_097_152
const MOST_MODELS = 500

export type ModelList = { readonly kind: 'listed'; readonly names: readonly string[] } | ModelFailure

/** The names of a server's models, by `GET /models`. Never rejects. */
export async function listServerModels(send: SendStreaming, server: ModelServer): Promise<ModelList> {
  using limit = openLimit(server.timeoutMs, undefined)
  const streamed = await send(`${server.address}/models`, {
    headers: { accept: 'application/json', ...defined({ authorization: server.key && `Bearer ${server.key}` }) },
    maxBytes: MOST_BYTES,
    stallMs: server.stallMs,
    signal: limit.signal,
  })
  const reason = limit.reason()
  if (reason) return reason
  if (streamed.kind === 'status') return failureOfStatus(streamed, server.key)
  if (streamed.kind !== 'answering') return failed('unreachable', streamed.reason)
  const names = await namesIn(streamed.body)
  if (names === undefined) return limit.reason() ?? failed('form', 'it lists no models')
  return { kind: 'listed', names }
}

/** `{"data":[{"id":"llama3.2"}]}`; undefined for anything else. */
async function namesIn(body: ReadableStream<Uint8Array>): Promise<readonly string[] | undefined> {
  const value: unknown = await new Response(body).json().catch(() => undefined)
  const { data } = (value ?? {}) as { readonly data?: unknown }
  if (!Array.isArray(data)) return undefined
  const names = data.slice(0, MOST_MODELS).flatMap((each: unknown) => {
    const { id } = (each ?? {}) as { readonly id?: unknown }
    return typeof id === 'string' && id !== '' && id.length <= 200 && !/\p{Cc}/u.test(id) ? [id] : []
  })
  return [...new Set(names)].sort()
}
