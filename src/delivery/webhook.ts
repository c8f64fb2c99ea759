import { createHmac } from 'node:crypto'

/** What to POST to a webhook: the payload as JSON, signed, and named so that a receiver can tell a second attempt. */
export function webhookRequest(
  event: string,
  payload: unknown,
  hook: { readonly url: string; readonly secret: string; readonly idempotencyKey: string; readonly now: Date },
): { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array } {
  const body = Buffer.from(JSON.stringify(payload))
  const at = Math.floor(hook.now.getTime() / 1000)
  return {
    url: hook.url,
    headers: {
      'content-type': 'application/json',
      'x-twosource-event': event,
      'x-twosource-signature': `t=${at},v1=${signatureOf(hook.secret, at, body)}`,
      'idempotency-key': hook.idempotencyKey,
    },
    body,
  }
}

/** HMAC-SHA256 over the time and the body, in hexadecimal: an old message cannot be sent again as a new one. */
function signatureOf(secret: string, at: number, body: Uint8Array): string {
  return createHmac('sha256', secret).update(`${at}.`).update(body).digest('hex')
}
