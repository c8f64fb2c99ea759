import { createHash } from 'node:crypto'
import { encryptPush, mostPushBytes, type PushSubscription } from './push-encryption.ts'
import { vapidAuthorization } from './vapid.ts'

/** What the service worker shows. */
export type PushText = {
  readonly title: string
  readonly body: string
  readonly path: string
  /** Of the same tag only the latest is shown: a message that comes twice is seen once. */
  readonly tag: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

/** A day: what a browser was off for longer is found on the page. */
const TTL_SECONDS = 86_400

/** What to POST to a push service (RFC 8030), encrypted and signed. A body too long for one message is cut at its end. */
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
      // Of the same topic a push service keeps the latest only (RFC 8030 section 5.4): up to 32 letters.
      topic: createHash('sha256').update(text.tag).digest('base64url').slice(0, 32),
    },
    body: encryptPush(fitting(text), subscription),
  }
}

function fitting(text: PushText): string {
  const whole = JSON.stringify(text)
  if (Buffer.byteLength(whole) <= mostPushBytes) return whole
  const cut = { ...text, title: text.title.slice(0, 200).toWellFormed(), body: text.body.slice(0, 400).toWellFormed() }
  return JSON.stringify(cut)
}
