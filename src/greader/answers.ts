import type { OperationOutcome } from '../operations/run-for-program.ts'

const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // If opened in a browser, nothing here is treated as a page.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** Plain text; clients compare it exactly. */
export function text(body: string, status = 200, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8', ...more } })
}

/** The response to every successful change. */
export const done = (): Response => text('OK')

export function json(value: unknown): Response {
  return jsonText(JSON.stringify(value))
}

/** JSON that is already serialized, whole or in pieces. */
export function jsonText(body: string | AsyncIterable<string>): Response {
  const typed = { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } }
  return new Response(typeof body === 'string' ? body : bytesOf(body), typed)
}

export function opml(body: string): Response {
  const disposition = 'attachment; filename="subscriptions.opml"'
  return new Response(body, {
    headers: { ...headers, 'content-type': 'text/xml; charset=utf-8', 'content-disposition': disposition },
  })
}

export function picture(bytes: Uint8Array, mediaType: string): Response {
  const kept = { 'content-type': mediaType, 'cache-control': 'private, max-age=86400' }
  return new Response(Uint8Array.from(bytes), { headers: { ...headers, ...kept } })
}

export const unusable = (message: string): Response => text(message, 400)

/** Not signed in, or an expired login: clients then sign in again. */
export const unauthorized = (): Response => text('Unauthorized', 401, { 'google-bad-token': 'true' })

/** The response to a call that failed. */
export function refusal(carried: Exclude<OperationOutcome<unknown>, { kind: 'done' }>): Response {
  switch (carried.kind) {
    case 'not-there':
      return text('Not found', 404)
    case 'not-permitted':
      return text(carried.message, 403)
    case 'unusable':
      return unusable(carried.message)
  }
}

function bytesOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
