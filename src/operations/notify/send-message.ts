import type { Sent, SentArticle } from '../../core/destination.ts'
import { answered } from '../../delivery/answered.ts'
import { senders } from '../../delivery/senders/all.ts'
import { minifluxRequest } from '../../delivery/webhook.ts'
import type { Destination } from '../../store/notify/destinations.ts'
import type { NewSending } from '../../store/notify/sendings.ts'
import type { SendingContext } from './sending-jobs.ts'

/** Sends one message now, with the same id in each attempt. Never throws for failures of the network or the recipient. */
export async function sendMessage(
  { http, now }: SendingContext,
  { kind, settings, secret }: Destination,
  { id, event, body }: Pick<NewSending, 'id' | 'event' | 'body'>,
): Promise<Sent> {
  if (kind === 'webhook') {
    const hook = { url: settings.address ?? '', secret: secret.token ?? '', idempotencyKey: id, now: now() }
    const request = minifluxRequest(event, Buffer.from(body), hook)
    const answer = await http.post(request.url, request)
    if (answer.kind === 'gone') return { kind: 'gone', reason: 'The receiver says that it is gone (410).' }
    return answered(answer)
  }
  const sender = senders.find((each) => each.kind === kind)
  if (!sender) return { kind: 'refused', reason: `Nothing is known of ${kind}.` }
  return sender.send(JSON.parse(body) as SentArticle, { ...settings, ...secret }, http)
}
