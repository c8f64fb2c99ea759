import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import type { ArticleId } from '../../src/core/ids.ts'
import { guest, type ReaderIdentity } from '../../src/core/reader-identity.ts'
import { saveArticleRule, withdrawArticleRule } from '../../src/operations/articles/article-rules.ts'
import { getTextReport } from '../../src/operations/articles/get-text-report.ts'
import { closeTextReport, listTextReports, previewTextReport } from '../../src/operations/articles/problem-reports.ts'
import { readSharedPage } from '../../src/operations/articles/read-page.ts'
import { reportText, withdrawTextReport } from '../../src/operations/articles/report-problem.ts'
import { serve } from '../loopback-server.ts'

const pages = new Map<string, string>()
const asked: string[] = []
let robots = ''
let origin: string
let folder: string
let context: Context
let at = Date.parse('2026-03-16T08:00:00Z')

before(async () => {
  origin = await serve((request, response) => {
    asked.push(request.url!)
    const body = request.url === '/robots.txt' ? robots : pages.get(request.url!)
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(body)
  })
  folder = mkdtempSync(join(tmpdir(), 'twosource-reports-'))
  const settings = { TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true', TWOSOURCE_ANALYSIS_THREADS: '1' }
  context = await createContext(
    readConfig(settings),
    () => {},
    () => new Date(at),
  )
})
after(async () => {
  await context[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  asked.length = 0
  robots = ''
})

const ada: ReaderIdentity = { id: 'ada', name: 'Ada', role: 'reader' }
const ben: ReaderIdentity = { id: 'ben', name: 'Ben', role: 'reader' }
const as = (reader: ReaderIdentity) => ({ ...context.operations, reader })
const sentence = (of: string, n: number) =>
  `The board of the ${of} said on day ${n} that the ${of} plan would be put before ward ${n} once the ${of} was mended.`
const offer = 'Those who read the post sleep at the harbour inn for less than anybody else who comes here by boat.'
const inn = `<div class="inn-offer"><p>${offer}</p></div>`
const pageOf = (of: string, more = '') =>
  `<html><head><title>Of the ${of}</title></head><body><article><h1>Of the ${of}</h1><div class="story">${[1, 2, 3, 4, 5, 6].map((n) => `<p>${sentence(of, n)}</p>`).join('')}${more}</div></article></body></html>`

async function read(of: string, more = ''): Promise<ArticleId> {
  pages.set(`/${of}`, pageOf(of, more))
  const done = await readSharedPage.run(as(ada), { url: `${origin}/${of}` })
  assert.ok(done.kind === 'read', JSON.stringify(done))
  return done.articleId
}
const textOf = async (id: ArticleId) => (await context.operations.store.articles.find(id))!.document

describe('how a text came about', () => {
  it('is told block by block of the page, to guests too, and small', async () => {
    const id = await read('ferry')
    const report = await getTextReport.run(as(guest), { id })
    assert.ok(report?.account)
    assert.equal(report.mayTell, false)
    const kept = report.account.lines.filter(({ block }) => block !== undefined)
    assert.equal(
      kept.reduce((sum, { count = 1 }) => sum + count, 0),
      report.document.blocks.length,
    )
    assert.deepEqual(report.account.found.title, ['heading', 'title-tag'])
    assert.ok(JSON.stringify(report.account).length < 3_000)
    assert.equal(await getTextReport.run(as(guest), { id: 'nothing' as ArticleId }), undefined)
  })

  it('is made again of the kept page where it was let go', async () => {
    const id = await read('mole')
    await context.operations.store.textAccounts.prune('9999')
    assert.equal((await getTextReport.run(as(ada), { id }))?.account, undefined)
    await reportText.run(as(ada), { id, wrong: 'other', words: '' })
    assert.ok((await getTextReport.run(as(ada), { id }))?.account)
  })
})

describe('a text that is wrong', () => {
  it('is told of once by each reader, with its page, fetched once; it can be taken back', async () => {
    const id = await read('quay')
    asked.length = 0
    const first = await reportText.run(as(ada), { id, wrong: 'text-missing', words: 'zweitens' })
    assert.ok(first?.kind === 'told' && first.isPageKept)
    await reportText.run(as(ada), { id, wrong: 'not-part-of-it', words: 'An offer of an inn' })
    await reportText.run(as(ben), { id, wrong: 'wrong-date', words: '' })
    assert.equal(asked.filter((path) => path === '/quay').length, 1)
    const desk = await listTextReports.run(context.operations, {})
    const told = desk.open.find(({ articleId }) => articleId === id)!
    assert.deepEqual(told.told.map(({ wrong }) => wrong).toSorted(), ['not-part-of-it', 'wrong-date'])
    const own = await getTextReport.run(as(ben), { id })
    assert.equal(own?.told?.wrong, 'wrong-date')
    assert.equal(
      await withdrawTextReport.run(as(ben), { id: told.told.find(({ wrong }) => wrong !== 'wrong-date')!.id }),
      undefined,
    )
    assert.equal(await withdrawTextReport.run(as(ben), { id: own!.told!.id }), true)
    assert.ok(await context.operations.store.problemReports.page(id))
    const exported = JSON.stringify(await context.operations.store.readerRows.list('ada'))
    assert.match(exported, /An offer of an inn/)
    assert.doesNotMatch(exported, /said on day 1/)
  })

  it('is told of without a page where the site asks not to be fetched', async () => {
    const id = await read('pier')
    const elsewhere = pages.get('/pier')!
    pages.delete('/pier')
    const told = await reportText.run(as(ada), { id, wrong: 'not-an-article', words: '' })
    assert.ok(told?.kind === 'told' && !told.isPageKept && told.why)
    pages.set('/pier', elsewhere)
    const [row] = await context.operations.store.problemReports.listOf('ada', id)
    assert.equal((await previewTextReport.run(context.operations, { id: row!.id }))?.page, undefined)
    assert.equal(await closeTextReport.run(context.operations, { id: row!.id }), true)
    assert.equal(await closeTextReport.run(context.operations, { id: 'x' }), undefined)
  })

  it('is told of twenty times in a day by one reader, and no more', async () => {
    const one = await read('boom')
    const eve: ReaderIdentity = { id: 'eve', name: 'Eve', role: 'reader' }
    const store = context.operations.store
    for (let n = 0; n < 20; n++)
      await store.problemReports.add({
        ...{ id: `eve-${n}`, readerId: 'eve', articleId: `gone-${n}` as ArticleId, documentId: 'x' as never },
        ...{ host: '', wrong: 'other', words: '', state: 'open', at: new Date(at).toISOString() },
      })
    assert.deepEqual(await reportText.run(as(eve), { id: one, wrong: 'other', words: '' }), { kind: 'too-many' })
    at += 25 * 3_600_000
    assert.equal((await reportText.run(as(eve), { id: one, wrong: 'other', words: '' }))?.kind, 'told')
  })
})

describe('a rule for a site', () => {
  it('is proposed from ticks, tried on other pages, saved, holds for the article as a new document, and is taken back', async () => {
    const id = await read('lock', inn)
    const other = await read('weir', inn)
    const before = await textOf(id)
    assert.match(before.text, /harbour inn/)
    for (const one of [id, other]) await reportText.run(as(ada), { id: one, wrong: 'not-part-of-it', words: '' })
    const [told] = await context.operations.store.problemReports.listOf('ada', id)
    const asIs = await previewTextReport.run(context.operations, { id: told!.id })
    const blocks = asIs!.page!.blocks
    const inText = blocks.filter(({ isKept, text }) => isKept && text !== offer).map(({ at: place }) => place)
    const looked = await previewTextReport.run(context.operations, { id: told!.id, inText })
    assert.deepEqual(looked?.page?.rule, { remove: 'div.inn-offer' })
    const [own, ...others] = looked!.page!.previews
    assert.deepEqual(own?.gone, [offer])
    assert.ok(others.length > 0 && others.some(({ url, gone }) => url.endsWith('/weir') && gone.includes(offer)))

    const refused = await saveArticleRule.run(context.operations, { id: told!.id, keep: 'p[', remove: '', path: '' })
    assert.equal(refused?.kind, 'refused')
    const nothing = await saveArticleRule.run(context.operations, { id: told!.id, keep: '', remove: 'body', path: '' })
    assert.equal(nothing?.kind, 'refused')
    const saved = await saveArticleRule.run(context.operations, {
      ...{ id: told!.id, keep: '', remove: 'div.inn-offer', path: '' },
    })
    assert.ok(saved?.kind === 'saved' && saved.outcome === 'revised', JSON.stringify(saved))
    const now = await textOf(id)
    assert.doesNotMatch(now.text, /harbour inn/)
    assert.notEqual(now.id, before.id)
    assert.equal((await context.operations.store.articles.findDocument(before.id))?.text, before.text)
    const report = await getTextReport.run(as(ada), { id })
    assert.equal(report?.told?.state, 'ruled')
    assert.deepEqual(report?.account?.lines.find(({ step }) => step === 'site rule')?.text, offer.slice(0, 160))

    assert.equal(await withdrawArticleRule.run(context.operations, { id: saved.id }), true)
    assert.equal((await textOf(id)).id, before.id)
    assert.equal(await withdrawArticleRule.run(context.operations, { id: saved.id }), undefined)
  })
})

describe('what stands on all pages of a site', () => {
  it('is left out of the pages that come later, with the reason, and of no page that came before', async () => {
    const line = '<p>Harbour desk notes in short</p>'
    const ids: ArticleId[] = []
    for (const name of ['barge', 'buoy', 'canal', 'crane', 'dock']) ids.push(await read(name, line))
    const [first, , , fourth, fifth] = await Promise.all(ids.map(textOf))
    assert.match(first!.text, /Harbour desk notes/)
    for (const later of [fourth!, fifth!]) assert.doesNotMatch(later.text, /Harbour desk notes/)
    const report = await getTextReport.run(as(ada), { id: ids[4]! })
    const left = report?.account?.lines.filter(({ step }) => step === 'site furniture') ?? []
    assert.deepEqual(
      left.map(({ text, pages: on }) => [text, on]),
      [['Harbour desk notes in short', 4]],
    )
  })
})
