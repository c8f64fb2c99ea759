import type { Citation } from '../../../core/citation.ts'
import { stateOf } from '../../../core/reading/commitment-state.ts'
import type { Commitment, CommitmentChange, Difference, Wordings } from '../../../core/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { citationLink, citationLinks, exactWords } from '../../layout/citation-link.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { section } from '../../layout/section.ts'
import { brief } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { wholeLink } from './long-story.ts'
import { newMark } from './story-changes.ts'
import { lengthLinks } from './summary-lines.ts'

/** The others are shown under `?all=differ` and `?all=commitments`. */
const differencesShown = 3
const commitmentsShown = 3

/** In brief: verbatim sentences of the story, each cited, with the number of outlets that have it. */
export function briefSection(story: StoryView, reader: Reader): Html {
  const { dossier, documents } = story
  if (dossier.brief.length === 0) return html``
  return section(
    'brief',
    reader.words.inBrief,
    html`<ol class="brief">${dossier.brief.map(
      (point) =>
        html`<li${languageAttributes(languageOf(point.citations[0].documentId, story))}>${newMark(point.citations[0], story, reader)}${point.text}
${citationLinks(point.citations, documents, reader, point.outlets)}</li>
`,
    )}</ol>
${lengthLinks(story.id, reader, 'medium')}`,
  )
}

/** Where accounts differ: both statements side by side, and the sentence in which a reporter says so. */
export function differenceSection(story: StoryView, reader: Reader, isWhole = false): Html {
  const { differences } = story.dossier
  if (differences.length === 0) return html``
  const isLong = differences.length > differencesShown
  const shown = isLong && !isWhole ? differences.slice(0, differencesShown - 1) : differences
  const all = reader.words.storyPage.allDifferences(differences.length)
  return section(
    'differ',
    reader.words.accountsDiffer,
    html`${shown.map((difference) => clash(difference, story, reader))}${
      isLong && wholeLink(story.id, 'differ', all, isWhole, reader)
    }`,
  )
}

function clash({ kind, a, b, signal, why }: Difference, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const { documents } = story
  return html`<article class="clash">
<h3 class="sr">${words.differKinds[kind]}</h3>${newMark(a.citation, story, reader)}
${side(a, story, reader)}
${side(b, story, reader)}
<p class="why"><span dir="auto">${why}</span>${
    signal &&
    html`<span class="signal">${words.signaledBy} “${exactWords(signal, documents)}”
${citationLink(signal, documents, reader)}</span>`
  }</p>
</article>
`
}

function side({ speaker, citation }: Wordings, story: StoryView, reader: Reader): Html {
  const { documents } = story
  const letters = exactWords(citation, documents)
  return html`<div>
<p class="who">${foreign(speaker ?? documents[citation.documentId]?.sourceName ?? '')}</p>
<p class="words">${isDirect(citation, story) ? html`<q>${letters}</q>` : letters}
${citationLink(citation, documents, reader)}</p>
</div>
`
}

/** True when the ledger contains exactly these words as a direct quotation; only then do they get quotation marks. */
function isDirect({ documentId, span }: Citation, { dossier }: StoryView): boolean {
  const utterances = [...dossier.ledger.flatMap((entry) => entry.utterances), ...dossier.unattributed]
  return utterances.some(({ wordings }) =>
    wordings.some(
      ({ kind, citation }) =>
        kind === 'direct' &&
        citation.documentId === documentId &&
        citation.span.start === span.start &&
        citation.span.end === span.end,
    ),
  )
}

/** Commitments: who will do what, on what condition, by when. */
export function commitmentSection(story: StoryView, reader: Reader, isWhole = false): Html {
  const { commitments } = story.dossier
  if (commitments.length === 0) return html``
  const isLong = commitments.length > commitmentsShown
  const shown = isLong && !isWhole ? commitments.slice(0, commitmentsShown - 1) : commitments
  const all = reader.words.storyPage.allCommitments(commitments.length)
  return section(
    'commitments',
    reader.words.commitments,
    html`<ul class="commitments">${shown.map((commitment) => commitmentItem(commitment, story, reader))}</ul>${
      isLong && wholeLink(story.id, 'commitments', all, isWhole, reader)
    }`,
  )
}

function commitmentItem(commitment: Commitment, story: StoryView, reader: Reader): Html {
  const { by, statement, condition, due, changes = [] } = commitment
  const { words } = reader
  const { documents } = story
  const state = stateOf(commitment, reader.now)
  const language = languageOf(statement.citations[0].documentId, story)
  return html`<li>
<h3>${foreign(by)}<span class="tag state-${state}">${reader.words.since.states[state]}</span></h3>
<div>
<p class="words">${newMark(statement.citations[0], story, reader)}${foreign(statement.text, language)}${citationLinks(statement.citations, documents, reader)}</p>
${(condition || due) && html`<dl class="terms">${term(words.onCondition, condition)}${term(words.dueBy, due)}</dl>`}
${changes.map((change) => becameOf(change, story, reader))}</div>
</li>
`

  function term(name: string, citation: Citation | undefined): Html | undefined {
    return citation && html`<div><dt>${name}</dt><dd>${exactWords(citation, documents)}</dd></div>`
  }
}

/** What a later article says became of a promise, in its words. */
function becameOf({ kind, at, citation, due }: CommitmentChange, story: StoryView, reader: Reader): Html {
  const { documents } = story
  const words = reader.words.since
  return html`<p class="became">${newMark(citation, story, reader)}<b>${words.states[kind]}</b> <time datetime="${at}">${brief(at, reader)}</time>
${exactWords(citation, documents)} ${citationLink(citation, documents, reader)}${due && html` <small>${words.newDate}${reader.words.colon}${exactWords(due, documents)}</small>`}</p>`
}

/** Language of a cited document, else that of the story. */
export function languageOf(documentId: string, story: StoryView): string {
  return story.documents[documentId]?.language ?? story.dossier.language
}
