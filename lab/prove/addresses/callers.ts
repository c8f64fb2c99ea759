import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Config } from '../../../src/app/config/config.ts'
import type { Context } from '../../../src/app/context.ts'
import { openInstruments } from '../../../src/app/outside/open-instruments.ts'
import { openProvider } from '../../../src/app/outside/provider.ts'
import { openTranslator } from '../../../src/app/outside/translator.ts'
import { openVoice } from '../../../src/app/outside/voice.ts'
import type { FeedId, SourceId } from '../../../src/core/ids.ts'
import { hubRequest, websubPing } from '../../../src/delivery/hub-request.ts'
import { createMailer } from '../../../src/delivery/mail.ts'
import { pushRequest } from '../../../src/delivery/push.ts'
import { senders } from '../../../src/delivery/senders/all.ts'
import { makeVapidKey } from '../../../src/delivery/vapid.ts'
import { webhookRequest } from '../../../src/delivery/webhook.ts'
import type { HttpSettings } from '../../../src/http/client.ts'
import { createRobotsCache } from '../../../src/http/robots-cache.ts'
import { streamPost } from '../../../src/http/stream-post.ts'
import { readSharedPage } from '../../../src/operations/articles/read-page.ts'
import { setTranslator } from '../../../src/operations/articles/translation/set-translator.ts'
import { addFeed } from '../../../src/operations/feeds/add-feed.ts'
import { importOpmlFrom } from '../../../src/operations/feeds/import-opml.ts'
import { startMove } from '../../../src/operations/library/move.ts'
import { sendMessage } from '../../../src/operations/notify/deliver-sendings.ts'
import { fetchPage } from '../../../src/pipeline/pages/fetch-page.ts'
import { pollFeed } from '../../../src/pipeline/polls/poll-feed.ts'

/** One way out of the program: who names the address, and the program's own code that asks for it. */
export type Caller = {
  readonly name: string
  /** `reader`: anybody, or a document from outside. `owner`: the settings alone, which may mean a private network. */
  readonly namedBy: 'reader' | 'owner'
  readonly ask: (url: string) => Promise<unknown>
  /** True where the address is looked for in a text that may hold more, so that another may be found in it. */
  readonly isShared?: true
}

/** Every way out there is. */
export function callersOf(context: Context, settings: HttpSettings): readonly Caller[] {
  const { operations, config } = context
  const { http } = operations
  const article = { url: 'https://e.example/a', title: 'T', text: 'x' } as never
  const vapidKey = makeVapidKey()
  const receiver = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([
    Buffer.from([4]),
    Buffer.from(receiver.x!, 'base64url'),
    Buffer.from(receiver.y!, 'base64url'),
  ])
  const keys = { p256dh: point.toString('base64url'), auth: randomBytes(16).toString('base64url') }
  const limits = { pollMinutes: 60, feedBytes: 2 ** 20 }
  const wish = {
    mode: 'subscribe',
    topic: 'https://e.example/feed',
    callback: 'https://house.example/websub/x',
    secret: 'x',
    leaseSeconds: 86_400,
  } as const
  let number = 0
  const reader = (name: string, ask: Caller['ask']): Caller => ({ name, namedBy: 'reader', ask })
  const owner = (name: string, ask: Caller['ask']): Caller => ({ name, namedBy: 'owner', ask })
  const oidc = (url: string) =>
    openProvider(
      {
        ...config,
        TWOSOURCE_OIDC_ISSUER: url,
        TWOSOURCE_OIDC_CLIENT_ID: 'x',
        TWOSOURCE_OIDC_CLIENT_SECRET: 'x',
        TWOSOURCE_BASE_URL: 'https://house.example',
      } as Config,
      settings,
    )
  return [
    reader('polling a feed', (url) =>
      pollFeed({ http, now: operations.now, limits } as never, {
        feedId: '1' as FeedId,
        sourceId: '1' as SourceId,
        url,
        title: '',
        validators: {},
        intervalMinutes: 60,
        errorCount: 0,
        movedSightings: 0,
        intake: 'feed',
        pace: {},
        goodAt: operations.now().toISOString(),
        subscribers: 1,
      }),
    ),
    reader('looking for feeds', (url) => addFeed.run(operations, { url, folder: '' } as never)),
    { ...reader('reading a page that was shared', (url) => readSharedPage.run(operations, { url })), isShared: true },
    reader('the page of an entry', (url) => fetchPage({ http, limits } as never, url)),
    reader('what a site asks of programs', (url) => createRobotsCache(http, 'Twosource', operations.now).ask(url)),
    reader('a list of subscriptions', (url) => importOpmlFrom.run(operations, { url })),
    reader('asking a hub to tell', (url) => http.post(url, hubRequest(wish))),
    reader('pictures and icons', (url) => operations.pictures.fetch(`key-${number++}`, url)),
    reader('a webhook of a destination', (url) =>
      sendMessage(
        { http, now: operations.now } as never,
        { kind: 'webhook', settings: { address: url }, secret: { token: 'x' } } as never,
        { id: '1', event: 'save_entry', body: '{}' } as never,
      ),
    ),
    ...senders.map(({ name, send }) =>
      reader(`sending to ${name}`, (url) =>
        send(article, { address: url, token: 'x', topic: 'x', key: 'x' } as never, http),
      ),
    ),
    reader('a webhook of an alert', (url) => {
      const request = webhookRequest('alert', {} as never, {
        url,
        secret: 'x',
        idempotencyKey: '1',
        now: operations.now(),
      })
      return http.post(request.url, request)
    }),
    reader('web push', async (url) => {
      const message = { title: 'x', body: 'x', path: '/', tag: '1', language: 'en', direction: 'ltr' } as never
      const vapid = { vapidKey, contact: 'mailto:x@e.example', now: operations.now() }
      const request = pushRequest(message, { endpoint: url, keys }, vapid as never)
      return http.post(request.url, request)
    }),
    reader('telling a hub', (url) => {
      const ping = websubPing(url, 'https://house.example/feed')
      return http.post(ping.url, ping)
    }),
    reader('what a sign-in provider points to', (url) => {
      // Discovery is answered by none here: its client is the guarded one for every other origin.
      return http.get(url)
    }),
    owner('the language model', async (url) =>
      streamPost({ ...settings, userAgent: 'x', allowPrivate: true, connectTimeoutMs: 1000 }, url, {
        body: new Uint8Array(),
        headers: {},
        maxBytes: 1000,
        stallMs: 1000,
        signal: AbortSignal.timeout(2000),
      }),
    ),
    owner('the translation server', async (url) => {
      const parts = { store: operations.store, model: operations.model! }
      await setTranslator.run(operations, { by: 'server', address: url, forgetsKey: false, perDay: 1 })
      const { translator, close } = openTranslator(settings, parts)
      await translator.languages(AbortSignal.timeout(2000))
      close()
    }),
    owner('another reader', (url) =>
      startMove.run(operations, { from: 'miniflux', address: url, user: '', password: 'x', isRunHere: true }),
    ),
    owner('the speech server', async (url) => {
      const { voice, close } = await openVoice({ ...config, TWOSOURCE_SPEECH: url } as Config, settings)
      await voice?.say({ text: 'x', language: 'en' }, AbortSignal.timeout(2000))
      close()
    }),
    owner('the collector of traces', async (url) => {
      const watch = openInstruments(
        { ...config, OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_TRACES_SAMPLER_ARG: 1 } as Config,
        settings,
        () => {},
      )
      await watch.tracer?.poll(
        async () => {},
        () => ({ poll: '1' }),
      )
      await watch.close()
    }),
    owner('the sign-in provider', async (url) => {
      const opened = await oidc(url)
      await opened?.provider.begin()
      opened?.close()
    }),
    owner('the mail server', async (url) => {
      const { hostname, port } = new URL(url)
      const mailer = createMailer({ url: `smtp://${hostname}:${port || 25}`, from: 'x@e.example', timeoutMs: 1000 })
      await mailer.send({ to: 'x@e.example', subject: 'x', text: 'x' })
    }),
  ]
}
