import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleOf, loadEdition, printedIn, revisionAt } from './edition.ts'
import { expected } from './expected.ts'
import { agency, outlets } from './outlets.ts'

const edition = loadEdition(new Date('2025-05-16T18:00:00Z'))
const textOf = (id: string) => articleOf(edition, id).revisions[0].text

function assertStands(id: string, text: string): void {
  const printed = printedIn(edition, id, text)
  assert.ok(textOf(id).includes(printed), `${id} does not hold: ${printed}`)
}

/** Sentences without their quotation marks, so that an outlet's style does not matter. */
function plainSentences(text: string): ReadonlySet<string> {
  const plain = text.replaceAll(/['‘’“”"]/g, '')
  return new Set(plain.split(/(?<=[.?!]) |\n/).filter((sentence) => sentence.length > 20))
}

function sharedPart(of: string, within: string): number {
  const others = plainSentences(within)
  const own = [...plainSentences(of)]
  return own.filter((sentence) => others.has(sentence)).length / own.length
}

test('the stories of the answer key are the labels of the articles, each article once', () => {
  const labelled = edition.articles.flatMap(({ id, story, outlet }) =>
    story ? [`${story}.${outlet.language} ${id}`] : [],
  )
  const keyed = expected.stories.flatMap(({ key, language, members, labelled: rest = [] }) =>
    [...members, ...rest].map((id) => `${key}.${language} ${id}`),
  )
  assert.deepEqual(keyed.toSorted(), labelled.toSorted())
})

test('twelve stories have several sources and three have one only', () => {
  const english = expected.stories.filter((story) => story.language === 'en')
  assert.equal(english.filter((story) => story.members.length > 1).length, 12)
  assert.equal(english.filter((story) => story.members.length === 1).length, 3)
})

test('the gold count of independent reports lies in its range, and every origin is known', () => {
  const names = [agency.credit, ...outlets.map((outlet) => outlet.name)]
  for (const { key, origins, reports, members, labelled = [] } of expected.stories) {
    assert.ok(reports[0] <= origins.length && origins.length <= reports[1], key)
    assert.ok(reports[1] <= members.length + labelled.length, key)
    for (const origin of origins) assert.ok(names.includes(origin), `${key}: ${origin}`)
  }
})

test('one storyline runs through three stories', () => {
  const crack = expected.stories.find((story) => story.key === 'dam-crack')
  const evacuation = expected.stories.find((story) => story.key === crack?.leadsTo && story.language === 'en')
  assert.equal(evacuation?.leadsTo, 'dam-inquiry')
})

test('every text that stands in an article from an agency is in the answer key', () => {
  const keyed = expected.copies
    .filter((copy) => copy.kind !== 'rewritten')
    .map((copy) => `${copy.article} ${copy.dispatch}`)
  const printed = edition.articles.flatMap(({ id, dispatches }) => dispatches.map((dispatch) => `${id} ${dispatch}`))
  assert.deepEqual(keyed.toSorted(), printed.toSorted())
})

test('whole copies of one dispatch share every sentence, cut ones are part of them', () => {
  for (const copies of Map.groupBy(expected.copies, (copy) => copy.dispatch).values()) {
    const [first, ...others] = copies.filter((copy) => copy.kind === 'whole-copy')
    if (!first) continue
    for (const other of others) {
      assert.equal(sharedPart(textOf(other.article), textOf(first.article)), 1, other.article)
      assert.equal(sharedPart(textOf(first.article), textOf(other.article)), 1, other.article)
    }
    for (const cut of copies.filter((copy) => copy.kind === 'cut-copy')) {
      assert.equal(sharedPart(textOf(cut.article), textOf(first.article)), 1, cut.article)
      assert.ok(sharedPart(textOf(first.article), textOf(cut.article)) < 0.85, cut.article)
    }
  }
})

test('articles that use passages are mostly their own, and a rewritten one shares no sentence', () => {
  for (const copy of expected.copies) {
    const siblings = expected.copies.filter((other) => other.dispatch === copy.dispatch && other.kind === 'whole-copy')
    const text = siblings.map((sibling) => textOf(sibling.article)).join('\n')
    const share = sharedPart(textOf(copy.article), text)
    if (copy.kind === 'rewritten') assert.equal(share, 0, copy.article)
    if (copy.kind === 'shares-passages') assert.ok(share > 0 && share < 0.5, `${copy.article} ${share}`)
  }
})

test('copies carry the credit line, and nothing else does', () => {
  const whole = expected.copies.filter((copy) => copy.kind === 'whole-copy' || copy.kind === 'cut-copy')
  const credited = edition.articles.filter((article) => article.credit === agency.credit)
  assert.deepEqual(credited.map((article) => article.id).toSorted(), whole.map((copy) => copy.article).toSorted())
  for (const article of credited) assert.match(article.byline, /CPA|Corran Press Agency/)
})

test('every gold quotation stands in its article with a mark before it, and its speaker is named there', () => {
  for (const { article, speaker, text } of expected.quotes) {
    const printed = printedIn(edition, article, text)
    const whole = textOf(article)
    const at = whole.indexOf(printed)
    assert.ok(at > 0 || whole.startsWith(printed, 1), `${article} does not hold: ${printed}`)
    assert.match(whole.slice(Math.max(0, at - 2), at), /['"‘“«]\u00a0?$/, `${article}: ${printed}`)
    assert.ok(whole.includes(speaker), `${article} does not name ${speaker}`)
  }
})

test('variants are worded differently, each in its own article', () => {
  for (const { wordings } of expected.variants) {
    for (const { article, text } of wordings) assertStands(article, text)
    assert.equal(new Set(wordings.map((wording) => wording.text)).size, wordings.length)
  }
})

test('differences stand with the sentence that signals them', () => {
  for (const { article, signal, a, b } of expected.differences)
    for (const text of [signal, a.text, b.text]) assertStands(article, text)
})

test('figures stand in their articles and grow with time', () => {
  for (const { readings, unit } of expected.figures) {
    for (const { article, words } of readings) assertStands(article, words)
    const inTime = readings.toSorted((a, b) =>
      articleOf(edition, a.article).publishedAt.localeCompare(articleOf(edition, b.article).publishedAt),
    )
    assert.deepEqual(inTime, readings, unit)
    assert.deepEqual(
      readings.map((reading) => reading.value),
      readings.map((reading) => reading.value).toSorted((a, b) => a - b),
    )
  }
})

test('commitments stand with their condition and date', () => {
  for (const { article, text, condition, due } of expected.commitments) {
    assertStands(article, text)
    for (const part of [condition, due]) if (part) assert.ok(text.includes(part), part)
  }
})

test('labels are those of the articles, and the rest are whole articles', () => {
  const odd = edition.articles.filter((article) => article.kind !== 'article' || article.isPaywalled)
  assert.deepEqual(
    odd.map(({ id, kind, isPaywalled }) => `${id} ${kind} ${isPaywalled ? 'paywalled' : 'complete'}`).toSorted(),
    expected.labels.map(({ article, kind, completeness }) => `${article} ${kind} ${completeness}`).toSorted(),
  )
})

test('edits change what the answer key says they change', () => {
  for (const { article: id, titles, removed, added, isRetraction } of expected.edits) {
    const article = articleOf(edition, id)
    const titled = article.revisions.map((revision) => revision.title)
    assert.deepEqual(
      titled,
      titles.map((title) => printedIn(edition, id, title)),
    )
    const last = revisionAt(article, 2).text
    for (const text of removed) {
      assertStands(id, text)
      assert.ok(!last.includes(printedIn(edition, id, text)))
    }
    for (const text of added) assert.ok(last.includes(printedIn(edition, id, text)), text)
    assert.equal(/Correction:/.test(last), isRetraction)
  }
})

test('no two people of the answer key share a surname', () => {
  const speakers = [...new Set(expected.quotes.map((quote) => quote.speaker))]
  assert.equal(new Set(speakers.map((name) => name.split(' ').at(-1))).size, speakers.length)
})
