import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { shownLines } from '../../src/core/text/shown-line.ts'
import { verifyPack } from '../../src/export/pack/verify-pack.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { getServerAudit } from '../../src/operations/stories/get-instance-audit.ts'
import { auditPageSize, exportStoryAudit, getStoryAudit } from '../../src/operations/stories/get-story-audit.ts'
import { packStory } from '../../src/operations/stories/pack-story.ts'
import { writingTasks } from '../../src/operations/stories/writing-tasks.ts'
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
