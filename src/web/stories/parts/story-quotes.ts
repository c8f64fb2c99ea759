import { citationKey } from '../../../core/citation.ts'
import type { SpeakerLedger, Utterance, Wording } from '../../../core/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { markedText } from '../../articles/parts/marked-text.ts'
import { howReported, quotedLetters } from '../../articles/parts/wording.ts'
import {
  blockNumber,
  citationLink,
  exactWords,
  fullerNote,
  quotedWords,
  withoutLastComma,
} from '../../layout/citation-link.ts'
import { heardLink } from '../../layout/heard-link.ts'
import { foreign, type Html, html, joined, languageAttributes, type Piece } from '../../layout/html.ts'
import { citationPath, storyPath } from '../../layout/links.ts'
import { brief } from '../../layout/time.ts'
import { entityLink } from '../../people/parts/entity-link.ts'
import { monogram } from '../../people/parts/speaker.ts'
import type { Reader } from '../../reader.ts'
import { wordsNotIn } from './diff-words.ts'
import { newMark } from './story-changes.ts'
import { languageOf } from './story-frame.ts'

/** Id of a speaker's part on a story's quotes, for links to it. */
export function speakerAnchor(entityId: string): string {
  return `said-${entityId.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`
}

/** A speaker: initials, name, and what is known beside the name. */
export function speakerLine(speaker: SpeakerLedger['speaker'], beside: Piece, heading: 'h2' | 'h3' = 'h3'): Html {
  const name = heading === 'h2' ? html`<h2>${entityLink(speaker)}</h2>` : html`<h3>${entityLink(speaker)}</h3>`
  return html`<div class="who">${monogram(speaker)}<div>${name}${beside}</div></div>`
}

/** Pieces of one quotation, joined by our `…`; direct speech gets quotation marks, anything else none. */
export function quotedPieces(pieces: readonly [Wording, ...Wording[]], story: StoryView): Html {
  const [first] = pieces
  const language = languageOf(first.citation.documentId, story)
  return html`<blockquote${first.kind !== 'direct' && html` class="para"`}${languageAttributes(language)}>${joined(
    pieces.map(({ citation }) => quotedWords(citation, story.documents)),
    html` <span class="el">…</span> `,
  )}</blockquote>`
}

/** One quotation, of one utterance or of several that continue each other, with everything known about how it was reported. */
export function quoteItem(
  group: readonly [Utterance, ...Utterance[]],
  story: StoryView,
  reader: Reader,
  speaker?: { readonly name: string; readonly isNamed?: boolean },
): Html {
  const { words } = reader
  const { documents } = story
  const [{ wordings, outlets }, ...rest] = group
  const [first] = wordings
  const pieces = [first, ...rest.map((each) => each.wordings[0])] as const
  const at = first.postedAt ?? documents[first.citation.documentId]?.publishedAt
  const notes = joined(
    [
      speaker?.isNamed && html`<b>${foreign(speaker.name)}</b>`,
      ...howReported(first, speaker?.name, documents, reader),
      outlets.length > 1 &&
        html`<span title="${outlets.join(', ')}">${words.storyPage.inOutlets(outlets.length)}</span>`,
      at && html`<time datetime="${at}">${brief(at, reader)}</time>`,
    ],
    ' · ',
  )
  const isDisputed = group.some(({ wordings: all }) => all.some(({ citation }) => isInDifference(citation, story)))
  return html`<div class="qt">${quotedPieces(pieces, story)}
${group.map(({ fuller }) => fuller && fullerNote(fuller, documents, reader))}<p class="by">${newMark(first.citation, story, reader)}${pieceLinks(pieces, story, reader, Math.max(0, outlets.length - 1))} <span>${notes}</span>${
    isDisputed && html` <a class="chip dif" href="${storyPath(story.id)}#differ">${words.badges.differs}</a>`
  }</p>${wordingLists(group, story, reader)}</div>
`
}

function isInDifference(citation: Wording['citation'], { dossier }: StoryView): boolean {
  const key = citationKey(citation)
  return dossier.differences.some(({ a, b }) => [a, b].some((side) => citationKey(side.citation) === key))
}

/** Every wording of each piece of a quotation with its differences from the first, in one fold; nothing when there is one of each. */
function wordingLists(group: readonly Utterance[], story: StoryView, reader: Reader): Html {
  const { words } = reader
  const most = Math.max(...group.map(({ wordings }) => wordings.length))
  if (most === 1) return html``
  const lists = group.filter(({ wordings }) => wordings.length > 1)
  return html`<details class="cop"><summary>${words.wordings(most)}</summary>
${lists.map(({ wordings }) => wordingList(wordings, story, reader))}</details>`
}

function wordingList(wordings: Utterance['wordings'], { documents }: StoryView, reader: Reader): Html {
  const { words } = reader
  const [first] = wordings
  return html`<compare-wordings data-compare="${words.frame.compare}"><ul>${wordings.map((wording) => {
    const { exact } = wording.citation
    const spans = wording === first ? [] : wordsNotIn(first.citation.exact, exact)
    const marked = markedText(
      exact,
      { start: 0, end: withoutLastComma(exact).length },
      spans.map((span) => ({ ...span, rank: 0, wrap: (content) => html`<mark class="other">${content}</mark>` })),
    )
    const language = documents[wording.citation.documentId]?.language
    return html`<li><p class="words"${languageAttributes(language)}>${quotedLetters(wording, marked)} ${citationLink(wording.citation, documents, reader)}${heardLink(wording.heard, reader)}</p></li>`
  })}</ul></compare-wordings>`
}

/** What a speaker is, in the words of an article; when a second role does not fit the first, both, and a warning. */
export function roleOf(
  { role, otherRole }: Pick<SpeakerLedger, 'role' | 'otherRole'>,
  story: StoryView,
  reader: Reader,
): Html | undefined {
  const { documents } = story
  if (!role && !otherRole) return undefined
  return html`${joined(
    [
      role && exactWords(role, documents),
      otherRole &&
        html`${exactWords(otherRole, documents)} ${citationLink(otherRole, documents, reader)} ${reader.words.people.namesakes}`,
    ],
    ' · ',
  )}`
}

/** The citations of a quotation's pieces: the outlet once, and its further paragraphs. */
export function pieceLinks(
  pieces: readonly Wording[],
  { documents }: StoryView,
  reader: Reader,
  others: number,
): readonly Html[] {
  return pieces.map(({ citation, heard }, index) => {
    const document = documents[citation.documentId]
    const isLater = index > 0 && document !== undefined && document.gone === undefined && !document.isWithdrawn
    const block = isLater ? blockNumber(document, citation.span.start) : undefined
    if (!isLater || block === undefined)
      return html`${index > 0 && ' '}${citationLink(citation, documents, reader, index === 0 ? others : 0)}${heardLink(heard, reader)}`
    return html` <a class="cite" href="${citationPath(citation)}"><span class="sr">${document.sourceName}</span><bdi>¶${block}</bdi></a>${heardLink(heard, reader)}`
  })
}
