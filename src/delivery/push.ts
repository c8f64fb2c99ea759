import { createHash } from 'node:crypto'
import { encryptPush, maxPushBytes, type PushSubscription } from './push-encryption.ts'
import { vapidAuthorization } from './vapid.ts'

/** The notification the service worker shows. */
export type PushText = {
  readonly title: string
  readonly body: string
  readonly path: string
  /** Only the latest message of a tag is shown, so a message that arrives twice appears once. */
  readonly tag: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

/** A day: after a longer absence the page shows what was missed. */
const TTL_SECONDS = 86_400

/** The POST to a push service (RFC 8030), encrypted and signed. A body too long for one message is truncated. */
export function pushRequest(
  text: PushText,
  subscription: PushSubscription,
  sender: { readonly vapidKey: string; readonly contact: string; readonly now: Date },
): { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array } {
  return {
    url: subscription.endpoint,
    headers: {
      authorization: vapidAuthorization(sender.vapidKey, subscription.endpoint, sender.contact, sender.now),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(TTL_SECONDS),
      urgency: 'normal',
      // A push service keeps only the latest message of a topic (RFC 8030 section 5.4): up to 32 characters.
      topic: createHash('sha256').update(text.tag).digest('base64url').slice(0, 32),
    },
    body: encryptPush(fitting(text), subscription),
  }
}

function fitting(text: PushText): string {
  const whole = JSON.stringify(text)
  if (Buffer.byteLength(whole) <= maxPushBytes) return whole
  const cut = { ...text, title: text.title.slice(0, 200).toWellFormed(), body: text.body.slice(0, 400).toWellFormed() }
  return JSON.stringify(cut)
}
