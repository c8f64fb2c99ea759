import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { client } from '../../test/http-client.ts'
import { type Behavior, serveTranslations, type TranslateServer } from '../../test/translate-server.ts'
import type { Translator } from '../core/translation.ts'
import type { Http } from '../http/client.ts'
import { libreTranslate } from './libre-translate.ts'

const texts = ['The bridge is closed.', 'Ferries run.']
const dictionary = {
  'The bridge is closed.': { fr: 'Le pont est fermé.', ar: 'الجسر مغلق.' },
  'Ferries run.': { fr: 'Des ferries circulent.' },
}

describe('a server with the interface of LibreTranslate', () => {
  let server: TranslateServer
  let http: Http
  const translator = (key = 'the key', address = server.origin, by = http): Translator =>
    libreTranslate(
      { address, key },
      { get: (url, options) => by.get(url, { ...options, isOneHop: true }), post: by.post },
    )

  before(async () => {
    server = await serveTranslations(dictionary, 'the key')
    http = client({ allowPorts: 'any', inFlight: 8 })
  })
  after(() => http.close())
  beforeEach(() => {
    server.behavior = 'honest'
    server.asked.length = 0
  })

  it('says its languages, and translates a list of texts with the key in the body', async () => {
    const languages = await translator().languages()
    assert.deepEqual(languages.kind === 'offered' && languages.languages[0], { code: 'en', targets: ['fr', 'ar'] })
    const answer = await translator(undefined, `${server.origin}/`).translate({ texts, from: 'en-GB', to: 'fr' })
    assert.deepEqual(answer, {
      kind: 'translated',
      texts: ['Le pont est fermé.', 'Des ferries circulent.'],
      by: { kind: 'server', name: new URL(server.origin).host },
    })
    assert.deepEqual(server.asked, [{ q: texts, source: 'en', target: 'fr', format: 'text', api_key: 'the key' }])
  })

  it('is not asked for a pair it does not offer, and finds the language itself where that is not known', async () => {
    assert.deepEqual(await translator().translate({ texts, from: 'en', to: 'ja' }), { kind: 'no-pair' })
    assert.deepEqual(await translator().translate({ texts, from: 'fi', to: 'fr' }), { kind: 'no-pair' })
    assert.equal(server.asked.length, 0)
    await translator().translate({ texts, from: 'und', to: 'ar' })
    assert.equal(server.asked[0]?.source, 'auto')
  })

  const failures: readonly (readonly [Behavior, string])[] = [
    ['stalls', 'timeout'],
    ['floods', 'too-long'],
    ['html', 'not-there'],
    ['broken json', 'failed'],
    ['fails', 'failed'],
    ['busy', 'busy'],
    ['wants a key', 'key-refused'],
    ['fewer', 'failed'],
    ['redirects', 'not-there'],
  ]
  for (const [behavior, kind] of failures)
    it(`that ${behavior} is a failure with a name: ${kind}`, async () => {
      server.behavior = behavior
      const by = behavior === 'stalls' ? client({ allowPorts: 'any', timeoutMs: 400 }) : http
      const answer = await translator(undefined, undefined, by).translate({ texts, from: 'en', to: 'fr' })
      assert.equal(answer.kind, kind)
      assert.equal(server.strayed, 0, 'a redirect is not followed')
      server.release()
    })

  it('that gives no text for a sentence leaves that one out', async () => {
    server.behavior = 'not text'
    const answer = await translator().translate({ texts, from: 'en', to: 'fr' })
    assert.deepEqual(answer.kind === 'translated' && answer.texts, [undefined, undefined])
  })

  it('with a wrong key, nobody at its address, and an interrupted question', async () => {
    assert.deepEqual(await translator('wrong').translate({ texts, from: 'en', to: 'fr' }), { kind: 'key-refused' })
    const nobody = await translator('', 'http://127.0.0.1:1').translate({ texts, from: 'en', to: 'fr' })
    assert.equal(nobody.kind, 'not-there')
    const interrupted = await translator().translate({ texts, from: 'en', to: 'fr', signal: AbortSignal.abort() })
    assert.deepEqual(interrupted, { kind: 'cancelled' })
  })
})
