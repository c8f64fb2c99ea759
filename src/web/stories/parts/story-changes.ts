import type { Citation } from '../../../core/citation.ts'
import { localTime } from '../../../core/time/zone.ts'
import type { StoryChange, StoryView } from '../../../operations/views.ts'
import { citationLink, exactWords, withoutLastComma } from '../../layout/citation-link.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { articlePath, storyTabPath } from '../../layout/links.ts'
import { absolute, brief, when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import type { Words } from '../../words/en.ts'
import { part } from './story-frame.ts'

const hourMs = 3_600_000

/** The times from which changes can be shown: the last reading, fixed ones, and a field for any other. */
export function sinceChoice({ id, changes, sinceRead }: StoryView, reader: Reader): Html {
  const words = reader.words.since
  const ago = (hours: number) => `${new Date(Date.parse(reader.now) - hours * hourMs).toISOString().slice(0, 16)}Z`
  const link = (label: string, since: string) =>
    html`<a class="btn${since === changes?.since && ' on'}" href="${storyTabPath(id, 'changes', { since })}">${label}</a> `
  const value = localTime(changes?.since ?? ago(24), reader.timeZone)
  return html`<div class="acts">${sinceRead && link(words.lastRead, sinceRead.at)}${link(words.yesterday, ago(24))}<form class="line" method="get" action="${storyTabPath(id, 'changes')}"><input type="datetime-local" name="since" value="${value}" aria-label="${words.ownTime}" required> <button class="btn">${reader.words.show}</button></form></div>
`
}

/** The most important first: who else reports it, what was retracted, what became of promises. */
const order: readonly StoryChange['kind'][] = [
  'headline',
  'article',
  'amendment',
  'revision',
  'difference',
  'commitment-state',
  'figure',
  'point',
  'commitment',
  'quote',
]
const shown = 5

/** What changed since the chosen time, by kind, newest first; every line links to its words. */
export function changesSection(story: StoryView, reader: Reader): Html {
  const { changes } = story
  if (!changes) return html``
  const words = reader.words.since
  const parts = order.map((kind) => {
    const items = changes.items.filter((change) => change.kind === kind)
    return items.length > 0 && changesOfKind(words.kinds[kind], items, story, reader)
  })
  return part(
    'changes',
    words.since(absolute(changes.since, reader)),
    changes.items.length === 0 ? html`<p class="note">${words.nothing}</p>` : html`${parts}`,
  )
}

function changesOfKind(name: string, items: readonly StoryChange[], story: StoryView, reader: Reader): Html {
  const list = (some: readonly StoryChange[]) =>
    html`<ul class="changes">${some.map((change) => changeItem(change, story, reader))}</ul>`
  const rest = items.slice(shown)
  return html`<h3>${name} <span class="n">${reader.words.number(items.length)}</span></h3>
${list(items.slice(0, shown))}${
  rest.length > 0 &&
  html`<details class="rest"><summary>${reader.words.more(rest.length)}</summary>${list(rest)}</details>`
}
`
}

function changeItem(change: StoryChange, story: StoryView, reader: Reader): Html {
  const note = noteOf(change, story, reader.words.since)
  return html`<li>${bodyOf(change, story, reader)}
<p class="head">${note && html`<b>${note}</b> · `}${when(change.at, reader)}${
    change.cameAt !== undefined && html` · ${reader.words.since.cameAt(absolute(change.cameAt, reader))}`
  }</p></li>
`
}

/** What the kind alone does not say. */
function noteOf(change: StoryChange, { dossier }: StoryView, words: Words['since']): string | undefined {
  if (change.kind === 'article') {
    if (change.isReport) return words.newReport
    const isCounted = dossier.reports.some(({ documentIds }) => documentIds.includes(change.documentId))
    return isCounted ? words.newCopy : words.notCounted
  }
  return change.kind === 'commitment-state' ? words.states[change.state] : undefined
}

function bodyOf(change: StoryChange, story: StoryView, reader: Reader): Html {
  const { documents } = story
  const words = reader.words.since
  const cited = (citation: Citation, lead?: Html, shown = citation.exact) =>
    html`<p class="words"${languageAttributes(documents[citation.documentId]?.language)}>${lead}${shown}
${citationLink(citation, documents, reader)}</p>`
  const label = (text: string) => html`<bdi class="label" lang="${reader.language}">${text}</bdi> `
  switch (change.kind) {
    case 'article':
    case 'headline':
      return html`<p class="words">${titleOf(change.documentId, story)}</p>`
    case 'revision':
      return html`<p class="words">${titleOf(change.documentId, story)}</p>${
        change.previousTitle !== undefined &&
        html`<p class="words">${label(words.wordsBefore)}${foreign(change.previousTitle)}</p>`
      }${change.removed.map((citation) => cited(citation, label(words.wordsBefore)))}${change.added.map((citation) => cited(citation, label(words.wordsNow)))}`
    case 'point':
    case 'amendment':
      return cited(change.citation)
    case 'quote':
      return cited(
        change.citation,
        change.speaker === undefined ? html`` : label(change.speaker),
        withoutLastComma(change.citation.exact),
      )
    case 'figure': {
      const { number } = reader.words
      const step = words.fromTo(number(change.from.value), number(change.to.value))
      return html`<p class="words">${label(`${change.unit}, ${step}`)}${citationLink(change.from.citation, documents, reader)} ${citationLink(change.to.citation, documents, reader)}</p>`
    }
    case 'commitment':
      return cited(change.citation, label(change.by))
    case 'commitment-state':
      return html`${cited(change.citation, label(change.by))}${
        change.due && html`<p>${label(words.wordsNow)}${exactWords(change.due, documents)}</p>`
      }`
    case 'difference':
      return html`${cited(change.a)}${cited(change.b)}${change.signal && cited(change.signal, label(reader.words.signaledBy))}`
  }
}

function titleOf(documentId: string, { documents }: StoryView): Html {
  const document = documents[documentId]
  if (!document) return html``
  const path = articlePath(document.articleId, { revision: documentId })
  return html`<a href="${path}"${languageAttributes(document.language)}>${document.title}</a> <small>${foreign(document.sourceName)}</small>`
}

/** `new` beside an item that is new since the chosen time, or since the reader read the story. */
export function newMark(citation: Citation, story: StoryView, reader: Reader): Html {
  const isNew = (story.changes ?? story.sinceRead)?.items.some((change) => {
    const carried = 'citation' in change ? change.citation : change.kind === 'difference' ? change.a : undefined
    return carried !== undefined && isSamePlace(carried, citation)
  })
  return isNew ? newTag(reader) : html``
}

/** The same beside a statement that is no change of its own: new when all the articles that have it are. */
export function newStatementMark(citations: readonly Citation[], story: StoryView, reader: Reader): Html {
  const { items } = story.changes ?? story.sinceRead ?? { items: [] }
  const isNew = citations.every(({ documentId }) =>
    items.some((change) => change.kind === 'article' && change.documentId === documentId),
  )
  return isNew ? newTag(reader) : html``
}

function newTag(reader: Reader): Html {
  return html`<span class="chip new" lang="${reader.language}">${reader.words.since.isNew}</span> `
}

function isSamePlace(a: Citation, b: Citation): boolean {
  return a.documentId === b.documentId && a.span.start === b.span.start && a.span.end === b.span.end
}

/** The outlets' own corrections, each in its words. */
export function amendmentSection(story: StoryView, reader: Reader): Html {
  const amendments = story.dossier.amendments ?? []
  if (amendments.length === 0) return html``
  const { documents } = story
  const words = reader.words.since
  return part(
    'amendments',
    words.amendments,
    html`<ul class="changes">${amendments.map(({ kind, citation }) => {
      const at = documents[citation.documentId]?.publishedAt
      return html`<li><p class="head"><b>${words.amendmentKinds[kind]}</b>${at && html` · <time datetime="${at}">${brief(at, reader)}</time>`}</p>
<p class="words">${newMark(citation, story, reader)}${exactWords(citation, documents)} ${citationLink(citation, documents, reader)}</p></li>
`
    })}</ul>`,
  )
}
