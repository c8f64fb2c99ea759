import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expected } from '../../src/app/demo/expected.ts'
import { recordingAt, recordingOf } from '../../src/app/demo/recordings.ts'
import { textOf } from '../../src/core/document.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

let run: DemoRun

before(async () => {
  run = await runDemo()
})
after(() => run.close())

/** Without the marks and spaces that instances set differently. */
const bare = (text: string) =>
  text
    .replace(/["'“”‘’«»]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

test('every article of the edition is kept and no job failed', async () => {
  for (const { id } of run.edition.articles) assert.ok(run.article(id).document.text.length > 0, id)
  const counts = await run.context.operations.store.jobs.counts()
  for (const [kind, { waiting, running, failed }] of Object.entries(counts))
    if (kind !== 'tidy')
      assert.deepEqual({ kind, waiting, running, failed }, { kind, waiting: 0, running: 0, failed: 0 })
})

for (const story of expected.stories)
  test(`the articles on “${story.key}” stand in one story`, () => {
    const ids = new Set(story.members.map((id) => run.article(id).storyId))
    const where = story.members.map((id) => `${id}: ${run.storyOf(id)?.title ?? 'in no story'}`)
    assert.equal(ids.size, 1, `They stand in ${ids.size}:\n${where.join('\n')}`)
    assert.ok(!ids.has(undefined), where.join('\n'))
  })

test('no story mixes two events', () => {
  for (const story of run.stories) {
    const keys = new Set(
      expected.stories.flatMap(({ key, members }) =>
        members.some((id) => run.article(id).storyId === story.id) ? [key] : [],
      ),
    )
    assert.ok(keys.size <= 1, `“${story.title}” holds articles of ${[...keys].join(' and ')}`)
  }
})

for (const story of expected.stories)
  test(`the independent reports on “${story.key}” are counted right`, () => {
    const row = run.storyOf(story.members[0] ?? '')
    const [least, most] = story.reports
    const count = row?.dossier?.reports.length ?? 0
    const origins = row?.dossier?.reports.map(({ originName, documentIds }) => `${originName} (${documentIds.length})`)
    assert.ok(count >= least && count <= most, `${count}, not ${least} to ${most}: ${origins?.join(', ')}`)
  })

for (const copy of expected.copies.filter(({ kind }) => kind !== 'rewritten'))
  test(`${copy.article} is known to carry the agency's text (${copy.kind})`, () => {
    const { document } = run.article(copy.article)
    const dossier = run.storyOf(copy.article)?.dossier
    const member = dossier?.members.find(({ documentId }) => documentId === document.id)
    const report = dossier?.reports.find(({ documentIds }) => documentIds.includes(document.id))
    const siblings = expected.copies.filter(({ dispatch, kind }) => dispatch === copy.dispatch && kind !== 'rewritten')
    if (copy.kind === 'shares-passages' && siblings.length > 1)
      assert.notEqual(member?.role, 'original', `own ${member?.own}`)
    if (copy.kind !== 'shares-passages')
      assert.match(report?.originName ?? '', /CPA|Corran Press Agency/, `role ${member?.role}`)
  })

for (const quote of expected.quotes)
  test(`${quote.speaker} is quoted in ${quote.article}: ${quote.text.slice(0, 40)}…`, () => {
    const { document, annotations } = run.article(quote.article)
    const text = bare(run.printed(quote.article, quote.text))
    const found = annotations.quotes?.items.filter(({ span }) =>
      bare(textOf(document, span)).includes(text.replace(/,$/, '')),
    )
    assert.ok(found && found.length > 0, `Not found as a quotation: ${text}`)
    assert.ok(
      found.some(({ speaker }) => speaker?.name === quote.speaker),
      `Said by ${found.map(({ speaker }) => speaker?.name).join(', ')}`,
    )
  })

for (const [index, variants] of expected.variants.entries())
  test(`wordings of one utterance by ${variants.speaker} stand together (${index + 1})`, () => {
    const first = variants.wordings[0]
    const dossier = run.storyOf(first?.article ?? '')?.dossier
    const texts = variants.wordings.map(({ article, text }) => bare(run.printed(article, text)))
    const ledger = dossier?.ledger.find(({ speaker }) => speaker.name === variants.speaker)
    const together = ledger?.utterances.some(({ wordings }) =>
      texts.every((text) =>
        wordings.some(({ citation }) => bare(citation.exact).includes(text) || text.includes(bare(citation.exact))),
      ),
    )
    const held = ledger?.utterances.map(({ wordings }) => wordings.map(({ citation }) => citation.exact))
    assert.ok(together, `Wanted together: ${texts.join(' | ')}\nHeld: ${JSON.stringify(held, null, 1)}`)
  })

for (const difference of expected.differences)
  test(`a reporter's sentence in ${difference.article} shows where accounts differ`, () => {
    const all = run.storyOf(difference.article)?.dossier?.differences ?? []
    const near = (exact: string, text: string) => bare(exact).includes(bare(text)) || bare(text).includes(bare(exact))
    const texts = [difference.a.text, difference.b.text].map((text) => run.printed(difference.article, text))
    const found = all.find(
      ({ kind, a, b }) =>
        kind === difference.kind && near(a.citation.exact, texts[0] ?? '') && near(b.citation.exact, texts[1] ?? ''),
    )
    assert.ok(
      found,
      `Wanted ${texts.join(' | ')}\nFound ${JSON.stringify(
        all.map(({ kind, a, b }) => [kind, a.citation.exact, b.citation.exact]),
        null,
        1,
      )}`,
    )
    assert.ok(found.signal, 'The reporter’s sentence is cited')
  })

test('no difference is asserted that no reporter signaled', () => {
  const wanted = expected.differences.map(({ article }) => run.storyOf(article)?.id)
  const others = run.stories.filter(
    ({ id, dossier }) => !wanted.includes(id) && (dossier?.differences.some(({ kind }) => kind !== 'figures') ?? false),
  )
  assert.deepEqual(
    others.map(({ title, dossier }) => [title, dossier?.differences.map(({ why, signal }) => [why, signal?.exact])]),
    [],
  )
})

for (const figure of expected.figures)
  test(`the ${figure.unit} of “${figure.story}” grow from report to report`, () => {
    const story = expected.stories.find(({ key }) => key === figure.story)
    const figures = run.storyOf(story?.members[0] ?? '')?.dossier?.figures ?? []
    const values = figure.readings.map(({ value }) => value)
    const found = figures.some(({ readings }) =>
      values.every((value) => readings.some((reading) => reading.value === value)),
    )
    assert.ok(
      found,
      `Wanted ${values}; found ${JSON.stringify(figures.map(({ unit, readings }) => [unit, readings.map(({ value }) => value)]))}`,
    )
  })

for (const commitment of expected.commitments)
  test(`the promise in ${commitment.article} stands with its condition`, () => {
    const all = run.storyOf(commitment.article)?.dossier?.commitments ?? []
    const text = bare(run.printed(commitment.article, commitment.text))
    const found = all.find(
      ({ statement }) => bare(statement.text).includes(text) || text.includes(bare(statement.text)),
    )
    assert.ok(found, `Not found: ${text}\nHeld: ${all.map(({ statement }) => statement.text).join('\n')}`)
    const words = (part: string | undefined) => part && bare(run.printed(commitment.article, part))
    if (commitment.condition)
      assert.equal(bare(found.condition?.exact ?? '').replace(/[.,]$/, ''), words(commitment.condition))
    if (commitment.due)
      assert.ok(
        bare(found.due?.exact ?? '').includes(words(commitment.due)?.replace(/^(by|within|before) /, '') ?? ''),
        found.due?.exact ?? 'no date',
      )
    const { became } = commitment
    if (became) {
      const change = found.changes?.find(({ kind }) => kind === became.kind)
      assert.equal(bare(change?.citation.exact ?? ''), bare(run.printed(became.article, became.text)))
    }
  })

for (const label of expected.labels)
  test(`${label.article} is labeled ${label.kind}, ${label.completeness}, and never summarized`, () => {
    const { article, document } = run.article(label.article)
    assert.equal(article.kind, label.kind)
    assert.equal(article.completeness.kind, label.completeness)
    if (label.kind === 'article' && label.completeness === 'complete') return
    for (const { dossier } of run.stories)
      for (const point of dossier?.brief ?? []) assert.notEqual(point.citations[0].documentId, document.id)
  })

for (const edit of expected.edits)
  test(`${edit.article} shows what was changed after publication`, async () => {
    const { document, revisions } = run.article(edit.article)
    assert.deepEqual(
      revisions.map(({ title }) => bare(title)),
      edit.titles.map((title) => bare(run.printed(edit.article, title))),
    )
    const first = revisions[0] && (await run.context.operations.store.articles.findDocument(revisions[0].documentId))
    for (const text of edit.removed) {
      const printed = bare(run.printed(edit.article, text))
      assert.ok(bare(first?.text ?? '').includes(printed), `was there: ${printed}`)
      assert.ok(!bare(document.text).includes(printed), `is gone: ${printed}`)
    }
    for (const text of edit.added) assert.ok(bare(document.text).includes(bare(run.printed(edit.article, text))), text)
  })

test('no article shows a sentence that is not in its source', () => {
  for (const article of run.edition.articles) {
    const { id, revisions } = article
    const transcript = recordingAt(recordingOf(article)?.transcript ?? '', [article])?.body.toString()
    // Who speaks is named before each turn as the file names them.
    const written = bare(transcript?.replaceAll(/<v ([^>]*)>/g, '$1: ') ?? revisions.map(({ text }) => text).join(' '))
    const { text, blocks, cues } = run.article(id).document
    const shown = (cues ?? blocks).map(({ start, end }) => bare(text.slice(start, end)))
    assert.deepEqual(
      shown.filter((block) => !written.includes(block)),
      [],
      id,
    )
  }
})

test('a turn of a recorded interview is a quotation of who speaks, which opens at its second', () => {
  const dossier = run.storyOf('radio-corran/hear-the-engineer')?.dossier
  const said = dossier?.ledger.find(({ speaker }) => speaker.name === 'Petra Ansgard')?.utterances ?? []
  const [first] = said.find(({ wordings: [{ citation }] }) => citation.exact.startsWith('That a wall'))?.wordings ?? []
  assert.deepEqual([first?.kind, first?.heard?.seconds], ['direct', 727])
  assert.match(first?.heard?.url ?? '', /hear-the-engineer\.wav#t=727$/)
})

test('the other entries of a feed are known by title and first words, the newest first', async () => {
  const { store } = run.context.operations
  const { rows } = await store.entries.list('owner', {}, 500)
  const [newest, ...others] = rows.filter(({ feedId }) => feedId === rows[0]!.feedId)
  assert.deepEqual(
    await store.siteLayouts.teasersOf(newest!.feedId, newest!.url, 3),
    others.slice(0, 2).map(({ title, excerpt }) => ({ title, excerpt })),
  )
})

test('captions and credits are fields, never text', () => {
  for (const { id, picture, kind } of run.edition.articles) {
    // The caption of a film is its player's.
    if (!picture || kind === 'video') continue
    const { document, article } = run.article(id)
    assert.ok(
      !bare(document.text).includes(bare(run.printed(id, picture.caption))),
      `${id}: the caption stands in the text`,
    )
    const captions = [article.leadPicture, ...article.pictures].map((each) => bare(each?.caption ?? ''))
    assert.ok(
      captions.some((caption) => caption.includes(bare(run.printed(id, picture.caption)))),
      `${id}: ${captions.join(' | ')}`,
    )
  }
})

test('every statement of every dossier holds, and none had to be dropped', async () => {
  for (const { title, dossier } of run.stories) assert.equal(dossier?.droppedCount, 0, title)
})
