import { createHmac } from 'node:crypto'

type Hook = { readonly url: string; readonly secret: string; readonly idempotencyKey: string; readonly now: Date }
type Request = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What to POST to a webhook: the payload as JSON, signed, and named so that a receiver can tell a second attempt. */
export function webhookRequest(event: string, payload: unknown, hook: Hook): Request {
  return signedRequest(event, Buffer.from(JSON.stringify(payload)), hook)
}

/** The same for bytes that are JSON already: they go out as they are, every time. */
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

/** The same with the fields that receivers made for Miniflux check: the event, and HMAC-SHA256 over the raw body alone. */
export function minifluxRequest(event: string, body: Uint8Array, hook: Hook): Request {
  const { headers, ...request } = signedRequest(event, body, hook)
  const theirs = { 'x-miniflux-event-type': event, 'x-miniflux-signature': hmac(hook.secret, '', body) }
  return { ...request, headers: { ...headers, ...theirs } }
}

/** HMAC-SHA256 in hexadecimal. With the time before the body, an old message cannot be sent again as a new one. */
function hmac(secret: string, before: string, body: Uint8Array): string {
  return createHmac('sha256', secret).update(before).update(body).digest('hex')
}
