import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { guest, type ReaderIdentity } from '../../src/core/reader-identity.ts'
import type { TranslationFlaw } from '../../src/core/translation.ts'
import { getAdmin } from '../../src/operations/admin/admin.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { getTranslation } from '../../src/operations/articles/translation/get-translation.ts'
import { setTranslator, testTranslator } from '../../src/operations/articles/translation/set-translator.ts'
import { translateArticle } from '../../src/operations/articles/translation/translate-article.ts'
import {
  chooseTranslation,
  getTranslationSettings,
} from '../../src/operations/articles/translation/translation-settings.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { type Behavior, type Dictionary, serveTranslations, type TranslateServer } from '../translate-server.ts'
import { until } from '../until.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const key = 'zqxj-secret-key'
const title = 'Harbour bridge closed'
const closed = 'Engineers closed the harbour bridge of Port Alder on 3 March after divers found cracks in 12 piers.'
const quoted = '“The piers will be mended by spring,” Mayor Ada Lindqvist said.'
const refused = 'The council did not approve the plan of $2.5 million.'
const ferries = 'Ferries carry shopkeepers and pupils across the strait every hour until then.'
const text = [closed, quoted, refused, ferries].join(' ')
const dictionary: Dictionary = {
  [title]: { fr: 'Le pont du port est fermé', ar: 'إغلاق جسر الميناء' },
  [closed]: {
    fr: 'Les ingénieurs ont fermé le pont du port de Port Alder le 3 mars après que des plongeurs ont trouvé des fissures dans 12 piles.',
    ar: 'أغلق المهندسون جسر الميناء في بورت ألدر في ٣ مارس بعد أن عثر الغواصون على شقوق في ١٢ دعامة.',
  },
  [quoted]: {
    fr: '« Les piles seront réparées d’ici au printemps », a dit la maire Ada Lindqvist.',
    ar: 'قالت رئيسة البلدية آدا ليندكفيست: «ستُصلح الدعامات بحلول الربيع».',
  },
  [refused]: {
    fr: 'Le conseil n’a pas approuvé le plan de 2,5 millions de dollars.',
    ar: 'لم يوافق المجلس على الخطة البالغة ٢٫٥ مليون دولار.',
  },
  [ferries]: {
    fr: 'Jusque-là, des ferries transportent toutes les heures commerçants et élèves à travers le détroit.',
    ar: 'وحتى ذلك الحين تنقل العبّارات أصحاب المتاجر والتلاميذ عبر المضيق كل ساعة.',
  },
}

for (const dialect of dialects)
  describe(`translation on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let server: TranslateServer
    let clock = Date.parse('2026-03-12T12:00:00Z')
    const url = 'https://wire.example/news'
    const reader: ReaderIdentity = { id: 'reader-a', name: 'A', role: 'reader' }
    const as = (identity: ReaderIdentity) => ({ ...context.operations, reader: identity })
    const open = () =>
      createContext(
        readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder }),
        () => {},
        () => new Date((clock += 1000)),
      )
    async function takeIn(body: string) {
      const line = { title, outlet: 'Wire', url, publishedAt: '2026-03-12T06:30:00Z', language: 'en', text: body }
      await importFile.run(context.operations, {
        bytes: new TextEncoder().encode(`${JSON.stringify(line)}\n`),
        name: 'a.jsonl',
      })
      await context.pipeline.runOnce()
    }
    const idOf = async () => (await context.operations.store.articles.findByUrl(url))!.article.id
    const ask = async (to: string, isAnew = false) =>
      translateArticle.run(as(reader), translateArticle.input.parse({ id: await idOf(), to, isAnew }))
    const view = async (to: string, identity = reader) =>
      (await getTranslation.run(as(identity), { id: await idOf(), to }))!
    async function translated(to: string, behavior: Behavior = 'honest') {
      server.behavior = behavior
      await context.operations.store.translations.save({
        documentId: (await context.operations.store.articles.findByUrl(url))!.document.id,
        language: to,
        state: 'stopped',
        at: '2026-01-01T00:00:00.000Z',
        sentences: [],
        total: 0,
      })
      assert.deepEqual(await ask(to, true), { kind: 'asked' })
      await context.pipeline.runOnce()
      return (await view(to)).translation!
    }

    before(async () => {
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-translation-'))
      server = await serveTranslations(dictionary, key)
      context = await open()
      await takeIn(text)
    })
    after(async () => {
      server.release()
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    })
    beforeEach(() => {
      server.behavior = 'honest'
      server.asked.length = 0
    })

    test('without a translator says so, and asks nobody', async () => {
      assert.deepEqual(await ask('fr'), { kind: 'off' })
      const { article, translation } = await view('fr', guest)
      assert.equal(article.translations?.translator, 'off')
      assert.equal(translation, undefined)
      assert.deepEqual(await testTranslator.run(context.operations, { to: 'fr' }), { kind: 'off' })
      assert.equal(server.asked.length, 0)
    })

    test('the owner sets a server of the private network, tries it, and its key is shown nowhere', async () => {
      const set = (given: object) => setTranslator.run(context.operations, setTranslator.input.parse(given))
      assert.equal(await set({ by: 'server', perDay: 200 }), undefined)
      assert.equal(await set({ by: 'server', address: server.origin, key, perDay: 200 }), true)
      const tried = await testTranslator.run(context.operations, { to: 'fr' })
      // The sentence of the test is not in the dictionary, so that it comes back as it was: the check says so.
      assert.deepEqual(tried.kind === 'wrong' && tried.flaw, 'same')
      const shown = await getTranslationSettings.run(context.operations, {})
      assert.deepEqual(shown.instance?.setting, { kind: 'server', address: server.origin, hasKey: true })
      const admin = await getAdmin.run(context.operations, {})
      assert.ok(!JSON.stringify([shown, admin, tried]).includes(key))
      assert.equal((await getTranslationSettings.run(as(reader), {})).instance, undefined)
      // A key is for one server.
      assert.equal(await set({ by: 'server', address: 'http://127.0.0.1:9/', perDay: 200 }), true)
      const moved = await getTranslationSettings.run(context.operations, {})
      assert.equal(moved.instance?.setting.kind === 'server' && moved.instance.setting.hasKey, false)
      assert.equal(await set({ by: 'server', address: server.origin, key, perDay: 200 }), true)
    })

    test('an article is translated in the background, each sentence checked, quotations kept', async () => {
      assert.deepEqual(await ask('fr'), { kind: 'asked' })
      assert.equal((await view('fr')).translation?.state, 'waiting')
      assert.equal(server.asked.length, 0, 'nobody waited for it')
      await context.pipeline.runOnce()
      const { translation, article, isByAnother } = await view('fr')
      assert.deepEqual(
        [translation?.state, translation?.total, isByAnother, translation?.title],
        ['made', 4, false, { state: 'translated', text: dictionary[title]!.fr }],
      )
      assert.deepEqual(
        translation?.sentences.map(({ state, span }) => [state, article.document.text.slice(span.start, span.end)]),
        [
          ['translated', closed],
          ['quotation', quoted],
          ['translated', refused],
          ['translated', ferries],
        ],
      )
      assert.deepEqual(await ask('fr'), { kind: 'there' })
      assert.equal(server.asked.length, 1)
      assert.deepEqual(article.translations?.there, [{ language: 'fr', state: 'made' }])
    })

    test('where the server stands is told to the owner alone', async () => {
      const host = new URL(server.origin).host
      const owner = await getTranslation.run(context.operations, { id: await idOf(), to: 'fr' })
      assert.equal(owner?.translation?.by?.name, host)
      assert.ok(!JSON.stringify([await view('fr'), await view('fr', guest)]).includes(host))
    })

    test('into a script of its own, with figures in its own digits', async () => {
      const { sentences, title: headline } = await translated('ar')
      assert.deepEqual(
        sentences.map(({ state }) => state),
        ['translated', 'quotation', 'translated', 'translated'],
      )
      assert.equal(headline?.state, 'translated')
    })

    const spoiling: readonly (readonly [Behavior, readonly (TranslationFlaw | 'passes')[]])[] = [
      ['drops numbers', ['number', 'passes', 'number', 'passes']],
      ['other numbers', ['number', 'passes', 'number', 'passes']],
      ['adds links', ['form', 'form', 'form', 'form']],
      ['adds markup', ['form', 'form', 'form', 'form']],
      ['denies', ['negation', 'passes', 'passes', 'passes']],
      ['echoes', ['same', 'same', 'same', 'same']],
      ['wrong language', ['language', 'language', 'language', 'language']],
      ['floods a sentence', ['length', 'length', 'length', 'length']],
      ['not text', ['missing', 'missing', 'missing', 'missing']],
    ]
    for (const [behavior, flaws] of spoiling)
      test(`a translator that ${behavior}: what fails stays in the original and is counted`, async () => {
        const { sentences, state } = await translated('fr', behavior)
        assert.equal(state, 'made')
        assert.deepEqual(
          sentences.map((sentence) => (sentence.state === 'failed check' ? sentence.flaw : 'passes')),
          flaws,
        )
        for (const sentence of sentences) if (sentence.state === 'failed check') assert.ok(!('text' in sentence))
      })

    test('sentences given back in another order do not pass as each other', async () => {
      const { sentences } = await translated('fr', 'shuffles')
      assert.ok(
        sentences.every(({ state }) => state === 'failed check' || state === 'quotation'),
        JSON.stringify(sentences),
      )
    })

    const stopping: readonly (readonly [Behavior, string])[] = [
      ['fewer', 'failed'],
      ['html', 'not-there'],
      ['broken json', 'failed'],
      ['fails', 'failed'],
      ['busy', 'busy'],
      ['wants a key', 'key-refused'],
      ['floods', 'too-long'],
      ['redirects', 'not-there'],
    ]
    for (const [behavior, failure] of stopping)
      test(`a translator that ${behavior} stops it, with the reason; the original stands`, async () => {
        // Asked again for its languages, as after a start.
        if (behavior === 'redirects') {
          await context[Symbol.asyncDispose]()
          context = await open()
        }
        const translation = await translated('fr', behavior)
        assert.deepEqual([translation.state, translation.failure, translation.sentences], ['stopped', failure, []])
        assert.equal(server.strayed, 0)
        const { jobs } = await getAdmin.run(context.operations, {})
        assert.deepEqual(
          jobs.filter(({ kind }) => kind === 'translate-article'),
          [],
          'nothing tries again by itself',
        )
        assert.deepEqual(await ask('fr'), { kind: 'asked' })
        server.behavior = 'honest'
        await context.pipeline.runOnce()
        assert.equal((await view('fr')).translation?.state, 'made')
      })

    test('while it hangs, the article answers, and it goes on after a stop', async () => {
      server.behavior = 'stalls'
      const { store } = context.operations
      const { document } = (await store.articles.findByUrl(url))!
      await ask('fr', true)
      const work = context.pipeline.runOnce()
      await until('it is asked', () => server.asked.length > 0)
      assert.equal(server.asked.length, 1)
      const shown = await view('fr')
      assert.deepEqual([shown.translation?.state, shown.article.document.text], ['waiting', text])
      await context.pipeline.stop()
      await work
      await context[Symbol.asyncDispose]()
      server.release()
      server.behavior = 'honest'
      context = await open()
      clock += 120_000
      await context.pipeline.runOnce()
      assert.equal((await context.operations.store.translations.find(document.id, 'fr'))?.state, 'made')
    })

    test('it is bounded by day, and refused for the same language, a pair there is not, and nonsense', async () => {
      assert.deepEqual(await ask('en'), { kind: 'same-language' })
      assert.equal(translateArticle.input.safeParse({ id: 'x', to: '<b>' }).success, false)
      await context.operations.translator.languages()
      assert.deepEqual(await ask('ja'), { kind: 'no-pair' })
      const { instanceSettings } = context.operations.store
      await instanceSettings.set('translate-per-day', '1', new Date(clock).toISOString())
      assert.deepEqual(await ask('fr', true), { kind: 'over-budget', perDay: 1 })
      await instanceSettings.set('translate-per-day', '200', new Date(clock).toISOString())
    })

    test('a reader chooses for each pair, and the choice is theirs alone', async () => {
      const choose = (from: string, to: string, wish: 'always' | 'never' | 'offer', who = reader) =>
        chooseTranslation.run(as(who), { from, to, wish })
      assert.equal(await choose('en', 'en-GB', 'always'), undefined)
      assert.equal(await choose('en', 'ar', 'always'), true)
      assert.equal(await choose('en', 'fr', 'always'), true)
      const { pairs } = await getTranslationSettings.run(as(reader), {})
      assert.deepEqual(pairs, [
        { from: 'en', to: 'ar', wish: 'offer' },
        { from: 'en', to: 'fr', wish: 'always' },
      ])
      const mine = await getArticle.run(as(reader), { id: await idOf() })
      assert.equal(mine?.translations?.always, 'fr')
      const other = { ...reader, id: 'reader-b' }
      assert.deepEqual((await getTranslationSettings.run(as(other), {})).pairs, [])
      assert.equal((await getArticle.run(as(guest), { id: await idOf() }))?.translations?.always, undefined)
      await choose('en', 'fr', 'never')
      assert.deepEqual((await getArticle.run(as(reader), { id: await idOf() }))?.translations?.never, ['fr'])
    })

    test('a translation belongs to one revision', async () => {
      const before = (await context.operations.store.articles.findByUrl(url))!.document.id
      await takeIn(`${text} The mayor spoke again at noon.`)
      assert.equal((await view('fr')).translation, undefined)
      const old = await getTranslation.run(as(reader), { id: await idOf(), revision: before, to: 'fr' })
      assert.equal(old?.translation?.state, 'made')
      assert.equal(old?.article.isCurrent, false)
    })
  })
