import { createHmac } from 'node:crypto'

type Hook = { readonly url: string; readonly secret: string; readonly idempotencyKey: string; readonly now: Date }
type Request = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** The POST to a webhook: the payload as JSON, signed, with an id by which a receiver recognizes a retry. */
export function webhookRequest(event: string, payload: unknown, hook: Hook): Request {
  return signedRequest(event, Buffer.from(JSON.stringify(payload)), hook)
}

/** The same for serialized JSON, which is sent unchanged with every attempt. */
function signedRequest(event: string, body: Uint8Array, hook: Hook): Request {
  const at = Math.floor(hook.now.getTime() / 1000)
  return {
    url: hook.url,
    headers: {
      'content-type': 'application/json',
      'x-twosource-event': event,
      'x-twosource-signature': `t=${at},v1=${hmac(hook.secret, `${at}.`, body)}`,
      'idempotency-key': hook.idempotencyKey,
    },
    body,
  }
}

/** With the headers that receivers made for Miniflux check: the event, and an HMAC-SHA256 of the raw body only. */
export function minifluxRequest(event: string, body: Uint8Array, hook: Hook): Request {
  const { headers, ...request } = signedRequest(event, body, hook)
  const theirs = { 'x-miniflux-event-type': event, 'x-miniflux-signature': hmac(hook.secret, '', body) }
  return { ...request, headers: { ...headers, ...theirs } }
}

/** HMAC-SHA256 in hexadecimal. `before` puts the time before the body, so that an old message can't be replayed as a new one. */
function hmac(secret: string, before: string, body: Uint8Array): string {
  return createHmac('sha256', secret).update(before).update(body).digest('hex')
}
