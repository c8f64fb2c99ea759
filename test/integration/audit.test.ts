import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { shownLines } from '../../src/core/text/shown-line.ts'
import { readStoredZip } from '../../src/export/pack/stored-zip.ts'
import { verifyPack } from '../../src/export/pack/verify-pack.ts'
import { tableFormats, tableNames } from '../../src/export/tables/table-columns.ts'
import type { OperationContext, SchemaInput } from '../../src/operations/operation.ts'
import { runFor } from '../../src/operations/run.ts'
import { type DataFile, type DataRefused, exportData } from '../../src/operations/stories/export-data.ts'
import { getServerAudit } from '../../src/operations/stories/get-instance-audit.ts'
import { auditPageSize, exportStoryAudit, getStoryAudit } from '../../src/operations/stories/get-story-audit.ts'
import { packStory } from '../../src/operations/stories/pack-story.ts'
import { writingTasks } from '../../src/operations/stories/writing-tasks.ts'
import { createWeb } from '../../src/web/routes.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

let run: DemoRun
let context: OperationContext

before(async () => {
  run = await runDemo()
  context = run.context.operations
})
after(() => run.close())

test('every line that a story shows is in its audit, and holds', async () => {
  for (const { id, dossier } of run.stories) {
    assert.ok(dossier)
    const view = await getStoryAudit.run(context, { id })
    assert.ok(view)
    const beside = new Set(['summary', 'background', 'written'])
    const ofPage = view.counts.filter(({ part }) => !beside.has(part)).reduce((sum, { shown }) => sum + shown, 0)
    assert.equal(ofPage, shownLines(dossier).length)
    assert.ok(view.counts.some(({ part }) => part === 'summary') || dossier.brief.length === 0)
    assert.equal(view.held, view.shown, JSON.stringify(view.lines.filter(({ holds }) => !holds)))
    assert.equal(view.pageCount, Math.max(1, Math.ceil(view.shown / auditPageSize)))
    for (const { how, source, checks } of view.lines) {
      assert.ok(source)
      assert.ok(checks.some(({ check }) => check === (how === 'title' ? 'title' : 'words')))
      assert.ok(checks.some(({ check }) => check === 'unaltered'))
      assert.ok(source.revision.number >= 1 && source.revision.number <= source.revision.count)
    }
  }
})

test('a line tells the sentence around the words it cites, and that the newest text may lack them', async () => {
  const lines = (
    await Promise.all(run.stories.map(async ({ id }) => (await getStoryAudit.run(context, { id }))?.lines ?? []))
  ).flat()
  for (const { source, text, how } of lines) {
    if (!source?.place) continue
    const { sentence, cited, citation } = source.place
    assert.equal(sentence.slice(cited.start, cited.end), citation.exact)
    if (how !== 'title') assert.equal(citation.exact, text)
  }
  assert.ok(lines.some(({ checks }) => checks.some(({ check }) => check === 'speaker')))
  assert.ok(
    lines.some(({ source }) => (source?.revision.count ?? 1) > 1),
    'articles of the edition are revised',
  )
})

test('a part is told alone, and a page beyond the last is the last', async () => {
  const story = run.stories.find(({ dossier }) => (dossier?.ledger.length ?? 0) > 3)
  assert.ok(story)
  const said = await getStoryAudit.run(context, { id: story.id, part: 'said', page: 999 })
  assert.ok(said)
  assert.ok(said.lines.length > 0 && said.lines.every(({ part }) => part === 'said'))
  assert.equal(said.page, said.pageCount)
  assert.equal(await getStoryAudit.run(context, { id: 'nowhere' as never }), undefined)
})

test('it leaves as CSV and as JSON Lines, a row for every line', async () => {
  const story = run.stories[0]
  assert.ok(story?.dossier)
  const count = shownLines(story.dossier).length
  const jsonl = await exportStoryAudit.run(context, { id: story.id, format: 'jsonl' })
  const rows = jsonl?.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  assert.ok((rows?.length ?? 0) > count)
  assert.ok(rows?.every(({ holds, failed }) => holds === true && failed === ''))
  const csv = await exportStoryAudit.run(context, { id: story.id, format: 'csv' })
  assert.ok(csv?.text.startsWith('part,how,shown,'))
  assert.match(csv?.mediaType ?? '', /^text\/csv/)
})

test('the instance counts what its stories show, and looks at the newest again when asked', async () => {
  const view = await getServerAudit.run(context, { checks: true })
  const shown = run.stories.reduce((sum, { dossier }) => sum + (dossier ? shownLines(dossier).length : 0), 0)
  assert.equal(view.shown, shown)
  assert.equal(view.storyCount, run.stories.length)
  assert.equal(view.checked?.held, view.checked?.shown)
  assert.ok((view.checked?.shown ?? 0) > 0)
  assert.equal((await getServerAudit.run(context, {})).checked, undefined)
  assert.deepEqual(view.written, { kept: 0, dropped: 0, days: [], uses: [] })
})

test('what a model wrote is held against its sentences again: a sentence made wrong since does not hold', async () => {
  const { store } = context
  const story = run.stories.find(({ dossier }) => (dossier?.brief.length ?? 0) >= 4)
  assert.ok(story?.dossier)
  const { dossier } = story
  const tasks = writingTasks(dossier, [])
  const { madeFrom, language } = tasks.find(({ kind, length }) => kind === 'summary' && length === 'medium') ?? {}
  assert.ok(madeFrom && language)
  const verbatim = dossier.brief.slice(0, 3).map(({ text, citations }) => ({ text, citations, passed: [] }))
  const [first] = dossier.brief
  const wrong = { text: `${first?.text.replace(/\.$/, '')} in Atlantis.`, citations: first!.citations, passed: [] }
  const text = { kind: 'summary', subject: story.id, length: 'medium', language, madeFrom, model: 'tiny' } as const
  const at = context.now().toISOString()
  await store.writtenTexts.save({ ...text, at, kept: 4, dropped: 1, statements: [...verbatim, wrong] })
  const view = await getStoryAudit.run(context, { id: story.id, part: 'written' })
  assert.ok(view)
  assert.deepEqual(
    view.lines.map(({ holds }) => holds),
    [false, true, true, true],
    JSON.stringify(view.lines.map(({ text, checks }) => [text, checks.filter(({ isPassed }) => !isPassed)])),
  )
  assert.match(view.lines[0]?.text ?? '', /Atlantis/)
  assert.equal(view.lines[0]?.model, 'tiny')
  assert.equal(view.droppedCount, dossier.droppedCount + 1)
})

test('every story leaves as an evidence pack that is intact, has each revision, and is the same a day later', async () => {
  const later = { ...context, now: () => new Date(context.now().getTime() + 86_400_000) }
  let revisions = 0
  for (const { id, dossier } of run.stories) {
    const pack = await packStory.run(context, { id })
    assert.ok(pack && dossier)
    const bytes = new Uint8Array(await new Response(pack.body).arrayBuffer())
    assert.equal(bytes.length, pack.byteCount)
    const report = await verifyPack(bytes, pack.fingerprint)
    assert.deepEqual(report.problems, [], dossier.headline.title)
    assert.ok(report.citationCount >= shownLines(dossier).filter(({ how }) => how !== 'title').length)
    assert.ok(report.textCount >= dossier.members.length)
    revisions += report.textCount - dossier.members.length
    assert.equal((await packStory.run(later, { id }))?.fingerprint, pack.fingerprint)
  }
  assert.ok(revisions > 0, 'articles of the edition are revised')
  assert.equal(await packStory.run(context, { id: 'nowhere' as never }), undefined)
})

const bytesOf = async (file: DataFile | DataRefused) => {
  assert.ok(file.kind === 'file', JSON.stringify(file))
  return new Uint8Array(await new Response(file.body).arrayBuffer())
}
const data = (input: SchemaInput<typeof exportData.input>) =>
  exportData.run(context, exportData.input.parse(input)).then(bytesOf)
const linesOf = async (input: SchemaInput<typeof exportData.input>) =>
  new TextDecoder()
    .decode(await data({ format: 'jsonl', ...input }))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, string | number>)

test('data leaves as tables whose rows can be checked against the texts, and as many as stories show', async () => {
  const said = await linesOf({ what: 'quotations', texts: true })
  const wordings = run.stories.flatMap(({ dossier }) =>
    [...dossier!.ledger.flatMap(({ utterances }) => utterances), ...dossier!.unattributed].flatMap(
      (each) => each.wordings,
    ),
  )
  assert.equal(said.length, wordings.length)
  const reports = await linesOf({ what: 'reports' })
  assert.equal(reports.length, run.stories.flatMap(({ dossier }) => dossier!.members).length)
  const others = (['promises', 'figures', 'copies'] as const).map((what) => ({ what, texts: true }))
  for (const table of [said, reports, ...(await Array.fromAsync(others, linesOf))]) {
    assert.ok(table.length > 0)
    assert.equal(new Set(table.map(({ id }) => id)).size, table.length, 'an id is used twice')
    if (table === reports) continue
    for (const { document, start, end, exact, sha256, text_sha256: whole, fetched_at: at } of table.slice(0, 40)) {
      const { text } = (await context.store.articles.findDocument(document as never))!
      assert.equal(text.slice(Number(start), Number(end)), exact)
      assert.deepEqual([hash('sha256', String(exact)), hash('sha256', text)], [sha256, whole])
      assert.ok(Number.isFinite(Date.parse(String(at))))
    }
  }
})

test('data is of a person, an outlet, a section or a period, and of no name that is not in the news', async () => {
  const all = await linesOf({ what: 'quotations' })
  const { speaker, speaker_id: id, outlet } = all.find((row) => row.speaker_id)!
  const own = all.filter((row) => row.speaker_id === id)
  assert.deepEqual(await linesOf({ what: 'quotations', person: String(id) }), own)
  assert.ok((await linesOf({ what: 'quotations', person: String(speaker).toUpperCase() })).length > 0)
  const ofOutlet = await linesOf({ what: 'reports', source: String(outlet) })
  assert.ok(ofOutlet.length > 0 && ofOutlet.every((row) => row.outlet === outlet))
  const dayOf = ({ published_at: at }: (typeof all)[number]) => new Date(String(at)).toISOString().slice(0, 10)
  const day = dayOf(all[0]!)
  assert.deepEqual(
    await linesOf({ what: 'quotations', from: day, to: day }),
    all.filter((row) => dayOf(row) === day),
  )
  const topic = run.stories.find(({ section }) => section)!.section as 'World'
  const stories = new Set(run.stories.filter(({ section }) => section === topic).map(({ id: story }) => story))
  const ofTopic = await linesOf({ what: 'reports', topic })
  assert.ok(ofTopic.length > 0 && ofTopic.every(({ story }) => stories.has(story as never)))
  const why = async (input: SchemaInput<typeof exportData.input>) =>
    ((await exportData.run(context, exportData.input.parse(input))) as DataRefused).why
  assert.equal(await why({ what: 'figures', person: 'Nobody Atall' }), 'no-such-name')
  assert.equal(await why({ what: 'figures', from: '2026-03-17', to: '2026-03-16' }), 'reversed')
  assert.equal(await why({ what: 'figures', source: '999999' }), 'no-such-source')
  for (const what of ['snapshot', 'promises'] as const)
    assert.equal(await why({ what, from: '1999-01-01', to: '1999-01-01' }), 'nothing')
})

test('a snapshot is intact, the same but for its time, without words unless wanted, and leaves no file behind', async () => {
  for (const format of tableFormats) {
    const file = await exportData.run(context, exportData.input.parse({ what: 'snapshot', format }))
    assert.ok(file.kind === 'file' && file.rowCounts)
    const archive = await bytesOf(file)
    const report = await verifyPack(archive, file.fingerprint)
    assert.deepEqual([report.problems, report.of, report.fileCount], [[], 'data', 8])
    const read = readStoredZip(archive)
    assert.ok(read.kind === 'read')
    const files = new Map(read.files.map(({ name, bytes }) => [name, bytes]))
    for (const table of tableNames)
      assert.deepEqual(files.get(`${table}.${format}`), await data({ what: table, format }))
    const sheet = new TextDecoder().decode(files.get('datasheet.md'))
    assert.match(sheet, new RegExp(`quotations\\.${format} \\| ${file.rowCounts.quotations} \\|`))
    assert.doesNotMatch(sheet, /`exact`/)
    archive[archive.length >> 1]! ^= 1
    assert.notDeepEqual((await verifyPack(archive)).problems, [])
  }
  assert.deepEqual(await spooled(), [])
})

const spooled = () => readdir(join(context.maintenance.folder, 'exports'))

test('a reader has one file of data at a time, and one that nobody reads to its end leaves nothing behind', async () => {
  const errors: Error[] = []
  const web = createWeb(() => runFor(context)({ id: 'owner', name: '', role: 'owner' }), {
    version: '0.1.0',
    now: () => context.now().toISOString(),
    onError: (error) => errors.push(error),
  })
  for (const what of ['snapshot', 'quotations']) {
    const path = `/data/download?what=${what}`
    for (const read of [false, true]) {
      const answer = await web.request(path)
      assert.deepEqual([answer.status, answer.headers.get('etag')], [200, null])
      const busy = await web.request('/data/download?what=reports')
      assert.deepEqual([busy.status, busy.headers.get('retry-after')], [503, '5'])
      const reader = answer.body!.getReader()
      if (read) await reader.read()
      await reader.cancel()
      assert.deepEqual(await spooled(), [])
    }
    const head = await web.request(path, { method: 'HEAD' })
    assert.match(head.headers.get('content-disposition') ?? '', /^attachment/)
    assert.deepEqual(await spooled(), [])
  }
  assert.ok((await linesOf({ what: 'reports' })).length > 0)
  assert.deepEqual(errors, [])
})
