import type { OutgoingArticle, SendResult } from '../../core/destination.ts'
import { deliveryResult } from '../../delivery/send-result.ts'
import { senders } from '../../delivery/senders/all.ts'
import { minifluxRequest } from '../../delivery/webhook.ts'
import type { Destination } from '../../store/notify/destinations.ts'
import type { NewSending } from '../../store/notify/sendings.ts'
import type { SendingContext } from './sending-desk.ts'

/** Sends one message now. The same message has the same id each time. Never throws for what the world does. */
export async function sendMessage(
  { http, now }: SendingContext,
  { kind, settings, secret }: Destination,
  { id, event, body }: Pick<NewSending, 'id' | 'event' | 'body'>,
): Promise<SendResult> {
  if (kind === 'webhook') {
    const hook = { url: settings.address ?? '', secret: secret.token ?? '', idempotencyKey: id, now: now() }
    const request = minifluxRequest(event, Buffer.from(body), hook)
    const answer = await http.post(request.url, request)
    if (answer.kind === 'gone') return { kind: 'gone', reason: 'The receiver says that it is gone (410).' }
    return deliveryResult(answer)
  }
  const sender = senders.find((each) => each.kind === kind)
  if (!sender) return { kind: 'refused', reason: `Nothing is known of ${kind}.` }
  return sender.send(JSON.parse(body) as OutgoingArticle, { ...settings, ...secret }, http)
}
