import type { HubMode } from '../core/source.ts'

/** A request to a hub (WebSub §5.1). */
type HubRequest = {
  readonly mode: HubMode
  readonly topic: string
  readonly callback: string
  /** The hub signs its messages with it; less than 200 bytes. */
  readonly secret: string
  readonly leaseSeconds: number
}

/** The form that asks a hub to start or stop notifying us of a topic. */
export function hubRequest({ mode, topic, callback, secret, leaseSeconds }: HubRequest): {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
} {
  const fields = new URLSearchParams({ 'hub.mode': mode, 'hub.topic': topic, 'hub.callback': callback })
  if (mode === 'subscribe') {
    fields.set('hub.lease_seconds', String(leaseSeconds))
    fields.set('hub.secret', secret)
  }
  // Only hubs older than WebSub read it (PubSubHubbub 0.3 §6.1); current ones ignore unknown fields.
  fields.set('hub.verify', 'async')
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new TextEncoder().encode(String(fields)),
  }
}

/**
 * Notifies a hub that a feed has changed. WebSub §6 leaves the format open; every hub accepts that of PubSubHubbub 0.4
 * (`hub.mode` and `hub.url`), and some need `hub.topic`.
 */
export function websubPing(
  hub: string,
  topic: string,
): { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array } {
  const fields = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic })
  return {
    url: hub,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new TextEncoder().encode(String(fields)),
  }
}
