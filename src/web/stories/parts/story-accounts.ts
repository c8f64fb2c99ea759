import { citationKey } from '../../../core/citation.ts'
import { stateOf } from '../../../core/reading/commitment-state.ts'
import type { Commitment, CommitmentChange, Difference, Wordings } from '../../../core/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { citationLink, citationLinks, exactWords, quotedWords } from '../../layout/citation-link.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { storyPath, storyTabPath, summaryPath } from '../../layout/links.ts'
import { brief } from '../../layout/time.ts'
import { monogram } from '../../people/parts/speaker.ts'
import type { Reader } from '../../reader.ts'
import { newMark } from './story-changes.ts'
import { clipped, languageOf, part, quoteCountOf, utterancesOf } from './story-frame.ts'
import { pieceLinks, quotedPieces, roleOf, speakerLine } from './story-quotes.ts'

/** The story in a few verbatim sentences in the order of events, each cited. */
export function briefSection(story: StoryView, reader: Reader): Html {
  const { id, overview, documents } = story
  if (overview.brief.length === 0) return html``
  const { titles } = reader.words.summaries
  return part(
    'brief',
    reader.words.inBrief,
    html`<ol class="brief">${overview.brief.map(
      ({ citations: [citation], outlets }) =>
        html`<li${languageAttributes(languageOf(citation.documentId, story))}>${newMark(citation, story, reader)}${exactWords(citation, documents)} ${citationLink(citation, documents, reader, Math.max(0, outlets.length - 1))}</li>
`,
    )}</ol>
<p class="note"><a href="${summaryPath(id, 'short')}">${titles.short}</a> · <a href="${summaryPath(id, 'long')}">${titles.long}</a> · <a href="${storyPath(id)}/summary#background">${reader.words.audit.parts.background}</a></p>`,
  )
}

/** Where accounts differ: the sentence in which an outlet says so, and both sides; further ones folded. */
export function differenceSection(story: StoryView, reader: Reader): Html {
  const [first, ...rest] = story.dossier.differences
  if (!first) return html``
  const { words } = reader
  return part(
    'differ',
    words.accountsDiffer,
    html`${clash(first, story, reader)}${
      rest.length > 0 &&
      html`<details class="cop"><summary>${words.more(rest.length)}</summary>${rest.map((each) => clash(each, story, reader))}</details>`
    }<p class="note">${words.differNote}</p>`,
  )
}

function clash({ kind, a, b, signal }: Difference, story: StoryView, reader: Reader): Html {
  const { documents } = story
  return html`<h3 class="sr">${reader.words.differKinds[kind]}</h3>
<p class="sig"${signal && languageAttributes(languageOf(signal.documentId, story))}>${newMark(a.citation, story, reader)}${
    signal
      ? html`${exactWords(signal, documents)} ${citationLink(signal, documents, reader)}`
      : reader.words.differKinds[kind]
  }</p>
<div class="two">${side(a, story, reader)}
${side(b, story, reader)}</div>`
}

function side({ speaker, citation }: Wordings, story: StoryView, reader: Reader): Html {
  const { documents, dossier } = story
  const known = dossier.ledger.find((entry) => entry.speaker.name === speaker)
  const outlet = documents[citation.documentId]?.sourceName ?? ''
  const who = known
    ? speakerLine(known.speaker, roleOf(known, story, reader))
    : html`<div class="who">${monogram({ name: speaker ?? outlet })}<h3>${foreign(speaker ?? outlet)}</h3></div>`
  const language = languageAttributes(languageOf(citation.documentId, story))
  // Only words the ledger has as direct speech get quotation marks.
  return html`<div>${who}
<blockquote${!isDirect(citation, story) && html` class="para"`}${language}>${quotedWords(citation, documents)}</blockquote><p class="by">${citationLink(citation, documents, reader)}</p></div>`
}

function isDirect(citation: Wordings['citation'], story: StoryView): boolean {
  const key = citationKey(citation)
  return utterancesOf(story).some(({ wordings }) =>
    wordings.some((wording) => wording.kind === 'direct' && citationKey(wording.citation) === key),
  )
}

/** Three quotations of three people, and the way to all; nothing when no quotation is key (all are on their tab). */
export function keyQuoteSection(story: StoryView, reader: Reader): Html {
  const { quotes } = story.overview
  const { words } = reader
  if (quotes.length === 0) return html``
  const all = storyTabPath(story.id, 'quotes')
  return part(
    'quotes',
    words.storyPage.keyQuotes,
    html`${quotes.map(({ speaker, role, pieces, outlets }) => {
      const [outlet] = outlets
      const where =
        outlets.length > 1
          ? html`<span title="${outlets.join(', ')}">${words.storyPage.inOutlets(outlets.length)}</span>`
          : story.dossier.members.length > 1 &&
            outlet !== undefined &&
            html`${words.storyPage.onlyIn} ${foreign(outlet)}`
      return html`<div class="qt">${speakerLine(speaker, roleOf({ ...(role && { role }) }, story, reader))}${quotedPieces(pieces, story)}
<p class="by">${newMark(pieces[0].citation, story, reader)}${pieceLinks(pieces, story, reader, Math.max(0, outlets.length - 1))} <span>${where}</span></p></div>
`
    })}<a class="btn more" href="${all}">${words.storyPage.allQuotes(quoteCountOf(story))}</a>`,
  )
}

/** A promise: its words, what became of it, and until when. `most`: the letters of its sentence that are shown. */
export function promiseItem(commitment: Commitment, story: StoryView, reader: Reader, most?: number): Html {
  const { by, statement, condition, due, changes = [] } = commitment
  const { words } = reader
  const { documents } = story
  const [first] = statement.citations
  const state = stateOf(commitment, reader.now)
  const look = { open: ' dev', broken: ' dif', withdrawn: ' dif', kept: '', changed: '', 'due-passed': '' }[state]
  const language = languageOf(first.documentId, story)
  const text = most === undefined ? statement.text : clipped(statement.text, most)
  return html`<li><p${languageAttributes(language)}>${newMark(first, story, reader)}${text}</p><div class="by"><span class="chip${look}">${state === 'kept' && icon('check')}${words.since.states[state]}</span>${
    most === undefined &&
    html`<b>${foreign(by)}</b>${condition && html`<span>${exactWords(condition, documents)}</span>`}`
  }${due && html`<span>${exactWords(due, documents)}</span>`} ${most === undefined ? citationLinks(statement.citations, documents, reader) : citationLink(first, documents, reader, statement.citations.length - 1)}</div>${
    most === undefined && changes.map((change) => becameOf(change, story, reader))
  }</li>
`
}

/** What a later article says became of a promise, in its words. */
function becameOf({ kind, at, citation, due }: CommitmentChange, story: StoryView, reader: Reader): Html {
  const { documents } = story
  const words = reader.words.since
  return html`<p class="became">${newMark(citation, story, reader)}<b>${words.states[kind]}</b> <time datetime="${at}">${brief(at, reader)}</time>
${exactWords(citation, documents)} ${citationLink(citation, documents, reader)}${due && html` <small>${words.wordsNow}${reader.words.colon}${exactWords(due, documents)}</small>`}</p>`
}
