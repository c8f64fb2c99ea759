import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers } from '../../../test/examples/answers.ts'
import { all, parseMarkup, textOf, texts, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { offer, translations } from '../../../test/examples/translations.ts'
import * as views from '../../../test/examples/views.ts'

const origin = 'http://127.0.0.1:7180'

function served(more: Answers = {}) {
  const { app, changes } = exampleOperations()
  const web = exampleWeb({ ...app, ...more }, { version: '0.1.0' })
  const get = (path: string) => web.request(`${origin}${path}`)
  const page = async (path: string) => parseMarkup(await (await get(path)).text())
  const post = (path: string, fields: Record<string, string>) =>
    web.request(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } })
  return { changes, get, page, post }
}

describe('an article in another language', () => {
  it('has each sentence in place, which opens its original; quotations and failures stay in the original', async () => {
    const page = await served().page('/articles/article-wire/in/fr')
    const { document } = views.article
    const { sentences } = translations.fr!.translation!
    const links = all(page, '#text a.tr')
    assert.equal(links.length, sentences.filter(({ state }) => state === 'translated').length)
    for (const [index, { span }] of sentences.filter(({ state }) => state === 'translated').entries())
      assert.equal(links[index]?.getAttribute('href'), `/citations/${document.id}/${span.start}-${span.end}`)
    assert.ok(links.every((link) => link.getAttribute('lang') === 'fr' && link.getAttribute('dir') === 'ltr'))
    const text = textOf(all(page, '#text')[0]!)
    for (const { span, state } of sentences)
      if (state !== 'translated')
        assert.ok(text.includes(document.text.slice(span.start, span.end).replace(/\s+/g, ' ')), state)
    for (const said of all(page, '.tr-said')) {
      assert.equal(all(said, 'span')[0]?.getAttribute('lang'), 'en', 'the original comes first')
    }
    assert.ok(texts(page, '.tr-why').includes('(Original: different number)'))
    assert.deepEqual(all(page, 'script:not([src]), #text b, #text script').map(String), [])
  })

  it('says what made it, how much, and leads to the original', async () => {
    const page = await served().page('/articles/article-wire/in/fr')
    const bar = textOf(all(page, '.tr-bar')[0]!)
    assert.match(bar, /Machine translation, English to French by 127\.0\.0\.1:5000/)
    assert.match(bar, /of \d+ sentences/)
    assert.match(bar, /failed the check and stay in the original: different number/)
    assert.ok(values(page, '.tr-bar a', 'href').includes('/articles/article-wire?original=1'))
    const beside = await served().page('/articles/article-wire/in/fr?beside=1')
    assert.equal(all(beside, '.tr-pair').length, views.article.document.blocks.length)
    assert.ok(all(beside, '.tr-pair').every((pair) => all(pair, ':scope > *')[0]?.getAttribute('lang') === 'en'))
  })

  it('looks again by itself while it is made, and can be asked for again when it stopped', async () => {
    const waiting = await served().page('/articles/article-wire/in/ar')
    assert.equal(all(waiting, 'await-work[data-busy]').length, 1)
    assert.equal(all(waiting, '#text')[0]?.getAttribute('dir'), 'rtl')
    assert.ok(texts(waiting, '.tr-bar a').includes('Refresh now'))
    const stopped = await served().page('/articles/article-wire/in/de')
    assert.ok(texts(stopped, '.tr-bar button').includes('Continue'))
    assert.match(textOf(all(stopped, '.tr-bar')[0]!), /took too long/)
    assert.equal((await served().get('/articles/nowhere/in/fr')).status, 404)
    assert.equal((await served().get('/articles/nowhere/in')).status, 404)
  })

  it('is asked for by a button, and refused in words', async () => {
    const { changes, get, post } = served()
    const asked = await post('/articles/article-wire/in', { to: 'fr' })
    assert.deepEqual([asked.status, asked.headers.get('location')], [303, '/articles/article-wire/in/fr'])
    assert.deepEqual(changes, [['translateArticle', { id: 'article-wire', to: 'fr', isAnew: false }]])
    const bounded = await post('/articles/article-wire/in', { to: 'de' })
    const path = bounded.headers.get('location')!
    assert.equal(path, '/articles/article-wire/in?said=over-budget.200')
    assert.match(await (await get(path)).text(), /Daily limit of 200 articles reached/)
    assert.equal((await post('/articles/article-wire/in', {})).status, 400)
    assert.equal((await post('/articles/nowhere/in', { to: 'fr' })).status, 400)
  })

  it('says plainly that nothing translates, and to whom it can be set', async () => {
    const page = await served().page('/articles/article-arabic/in/fr')
    assert.match(textOf(page.querySelector('body')), /Translation isn’t set up on this server/)
    assert.equal(all(page, 'form[action$="/in"]').length, 0)
  })
})

describe('the article itself', () => {
  it('offers the language of the reader: a link where it is there, a button where not, the choice where it is its own', async () => {
    const as = (translations: typeof offer) => served({ get_article: async () => ({ ...views.article, translations }) })
    const inFrench = async (given: typeof offer) => {
      const { app } = exampleOperations()
      const web = exampleWeb(
        { ...app, get_article: async () => ({ ...views.article, translations: given }) },
        {
          version: '0.1.0',
        },
      )
      const answer = await web.request(`${origin}/articles/article-wire`, { headers: { 'accept-language': 'fr' } })
      return parseMarkup(await answer.text())
    }
    assert.ok(
      values(await as(offer).page('/articles/article-wire'), '.tools a', 'href').includes('/articles/article-wire/in'),
    )
    assert.ok(texts(await inFrench(offer), '.tools a').includes('Lire en français'))
    assert.ok(texts(await inFrench({ ...offer, there: [] }), '.tools button').includes('Traduire : français'))
    for (const given of [
      { ...offer, there: [], never: ['fr'] },
      { ...offer, there: [], targets: ['ar'] },
      { ...offer, there: [], translator: 'off' as const },
    ])
      assert.ok(texts(await inFrench(given), '.tools a').includes('Traduire…'))
  })

  it('is shown translated only where the reader chose so, and never in place of a cited or older text', async () => {
    const asked: unknown[] = []
    const { get } = served({
      get_article: async () => ({ ...views.article, translations: { ...offer, always: 'fr' } }),
      translate_article: async (input) => {
        asked.push(input)
        return undefined
      },
    })
    const moved = await get('/articles/article-wire')
    assert.deepEqual([moved.status, moved.headers.get('location')], [302, '/articles/article-wire/in/fr'])
    for (const path of ['?original=1', '?start=1&end=9', '?revision=doc-wire'])
      assert.equal((await get(`/articles/article-wire${path}`)).status, 200)
    assert.equal(asked.length, 0)
    const fresh = served({
      get_article: async () => ({ ...views.article, translations: { ...offer, there: [], always: 'fr' } }),
      translate_article: async (input) => {
        asked.push(input)
        return undefined
      },
    })
    const page = await fresh.page('/articles/article-wire')
    assert.match(textOf(page.querySelector('body')), /You always translate English\. Read in French/)
    assert.deepEqual(asked, [{ id: 'article-wire', to: 'fr' }])
  })
})

describe('the settings of translation', () => {
  it('keep pairs and the translator, and never show a key', async () => {
    const { changes, get, page, post } = served()
    const pair = await post('/settings/translation/pairs', { from: 'ar', to: 'en', wish: 'always' })
    assert.equal(pair.headers.get('location'), '/settings/translation?said=saved#pairs')
    assert.equal((await post('/settings/translation/pairs', { from: 'en', to: 'en', wish: 'always' })).status, 422)
    const fields = { by: 'server', address: ' http://127.0.0.1:5000 ', key: 'a key', perDay: '20' }
    assert.equal((await post('/settings/translation/server', fields)).status, 303)
    assert.equal((await post('/settings/translation/server', { by: 'server', perDay: '20' })).status, 422)
    assert.deepEqual(changes, [
      ['chooseTranslation', { from: 'ar', to: 'en', wish: 'always' }],
      [
        'setTranslator',
        { by: 'server', address: 'http://127.0.0.1:5000', key: 'a key', forgetsKey: false, perDay: 20 },
      ],
    ])
    const shown = await page('/settings/translation?said=saved')
    assert.equal(all(shown, 'input[name=key]')[0]?.getAttribute('value'), '')
    assert.match(textOf(shown.querySelector('body')), /Delete the key/)
    assert.equal((await get('/settings/translation')).headers.get('cache-control'), 'no-store')
  })

  it('try the translator, and show what it wrote as text', async () => {
    const answer = await served().post('/settings/translation/test', {})
    const markup = await answer.text()
    assert.match(markup, /It works, with 3 languages/)
    assert.ok(!markup.includes('<script>alert'))
  })
})
