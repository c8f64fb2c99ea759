import type { SpeakerLedger, Utterance, Wording } from '../../../core/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { markedText } from '../../articles/parts/marked-text.ts'
import { howAttributed, howReported, quotedLetters } from '../../articles/parts/wording.ts'
import { citationLink, type Documents, exactWords, fullerNote } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { section } from '../../layout/section.ts'
import { brief } from '../../layout/time.ts'
import { entityLink } from '../../people/parts/entity-link.ts'
import type { Reader } from '../../reader.ts'
import { wordsNotIn } from './diff-words.ts'
import { type LongPart, wholeLink, wholePath } from './long-story.ts'
import { newMark } from './story-changes.ts'

const speakersShown = 12
const quotesShown = 5
/** With more statements the page shows some of them, and all under `?all=said`. */
const mostShown = 60
const speakersOfMany = 6
const quotesOfEach = 2

/** Who said what: one part per speaker, every wording cited; empty when nobody is quoted. */
export function ledgerSection(story: StoryView, reader: Reader, whole?: LongPart): Html {
  return html`${saidSection(story, reader, whole === 'said')}${unattributedSection(story, reader, whole === 'unattributed')}`
}

function saidSection(story: StoryView, reader: Reader, isWhole: boolean): Html {
  const { ledger } = story.dossier
  const { words } = reader
  if (ledger.length === 0) return html``
  const count = ledger.reduce((sum, { utterances }) => sum + utterances.length, 0)
  const isLong = count > mostShown
  if (isWhole || !isLong) {
    const shown = isWhole ? ledger.length : speakersShown
    const one = (entry: SpeakerLedger) =>
      speakerPart(
        entry,
        entry.utterances.length,
        html`${quotes(entry.utterances, story, reader, entry.speaker.name, isWhole)}`,
        story,
        reader,
      )
    const rest = ledger.slice(shown)
    return section(
      'said',
      words.whoSaidWhat,
      html`${ledger.slice(0, shown).map(one)}
${
  rest.length > 0 &&
  html`<details class="rest">
<summary>${words.moreSpeakers(rest.length)}</summary>${rest.map(one)}
</details>`
}${isLong && wholeLink(story.id, 'said', '', true, reader)}`,
    )
  }
  return section(
    'said',
    words.whoSaidWhat,
    html`${someOf(ledger, story, reader)}${wholeLink(story.id, 'said', words.storyPage.allQuotes(count), false, reader)}`,
  )
}

/** Of a long ledger the first speakers with a few statements each, and the names of the others. */
function someOf(ledger: readonly SpeakerLedger[], story: StoryView, reader: Reader): Html {
  const { words } = reader
  const shown = ledger.slice(0, Math.ceil(speakersOfMany / quotesOfEach))
  const rest = ledger.slice(shown.length)
  const parts = shown.map((entry) => {
    const { speaker, utterances } = entry
    const more = utterances.length - quotesOfEach
    const told = utterances.slice(0, quotesOfEach).map((utterance) => quotePart(utterance, story, reader, speaker.name))
    return speakerPart(
      entry,
      utterances.length,
      html`${told}${more > 0 && html`<p class="whole"><a href="${wholePath(story.id, 'said', speakerAnchor(speaker.id))}">${words.moreQuotes(more)}</a></p>`}`,
      story,
      reader,
    )
  })
  return html`${parts}${
    rest.length > 0 &&
    html`<p class="names">${words.storyPage.alsoQuoted}${reader.words.colon}${joined(
      rest.map(({ speaker, utterances }) => {
        const anchor = speakerAnchor(speaker.id)
        return html`<a id="${anchor}" href="${wholePath(story.id, 'said', anchor)}">${foreign(speaker.name)}</a> (${words.number(utterances.length)})`
      }),
      ' · ',
    )}</p>`
  }`
}

function unattributedSection(story: StoryView, reader: Reader, isWhole: boolean): Html {
  const { unattributed } = story.dossier
  const { words } = reader
  if (unattributed.length === 0) return html``
  const isLong = unattributed.length > quotesShown * 2
  const shown = isLong && !isWhole ? [] : unattributed
  return section(
    'unattributed',
    words.unattributed,
    html`<p class="note">${words.unattributedNote}</p>
${
  shown.length > 0 &&
  html`<div class="said">${quotes(shown, story, reader, undefined, isWhole)}
</div>`
}${isLong && wholeLink(story.id, 'unattributed', words.storyPage.allQuotes(unattributed.length), isWhole, reader)}`,
  )
}

/** Id of a speaker's part on the story page, for links to it. */
export function speakerAnchor(entityId: string): string {
  return `said-${entityId.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`
}

function speakerPart(
  { speaker, role, otherRole }: SpeakerLedger,
  count: number,
  said: Html,
  story: StoryView,
  reader: Reader,
): Html {
  return html`<article class="speaker" id="${speakerAnchor(speaker.id)}">
<div class="who">
<h3>${entityLink(speaker)}</h3>
${role && html`<p class="role">${exactWords(role, story.documents)}</p>`}
${otherRole && html`<p class="role">${exactWords(otherRole, story.documents)} ${citationLink(otherRole, story.documents, reader)}</p><p class="note">${reader.words.people.namesakes}</p>`}
<p class="role">${reader.words.quotes(count)}</p>
</div>
<div class="said">${said}</div>
</article>
`
}

function quotes(
  utterances: readonly Utterance[],
  story: StoryView,
  reader: Reader,
  speakerName?: string,
  isWhole = false,
): Html {
  const first = isWhole ? utterances : utterances.slice(0, quotesShown)
  const rest = utterances.slice(first.length)
  const { words } = reader
  const restLabel = speakerName === undefined ? words.more(rest.length) : words.moreQuotes(rest.length)
  const one = (utterance: Utterance) => quotePart(utterance, story, reader, speakerName)
  return html`${first.map(one)}${
    rest.length > 0 && html`<details class="rest"><summary>${restLabel}</summary>${rest.map(one)}</details>`
  }`
}

/** One statement in its earliest wording. */
function quotePart(
  { wordings, outlets, fuller }: Utterance,
  story: StoryView,
  reader: Reader,
  speakerName: string | undefined,
): Html {
  const { words } = reader
  const { documents } = story
  const [first] = wordings
  const carriedBy = words.carriedBy(words.outletsCount(outlets.length))
  const via = joined(
    [
      ...howReported(first, speakerName, documents, reader),
      outlets.length > 1 && html`<span title="${outlets.join(', ')}">${carriedBy}</span>`,
    ],
    ' · ',
  )
  const language = documents[first.citation.documentId]?.language
  return html`<div class="quote">
<p${languageAttributes(language)}>${newMark(first.citation, story, reader)}${quotedLetters(first)}</p>
${fuller && fullerNote(fuller, documents, reader)}<div class="via">${via} ${outlets.length > 1 && `· ${words.matrix.first}`} ${citationLink(first.citation, documents, reader, Math.max(0, outlets.length - 1))}${outlets.length > 1 && firstTime(first, documents, reader)}
${evidence(wordings, documents, reader)}</div>
</div>
`
}

/** When the first outlet published a statement. */
function firstTime({ citation, postedAt }: Wording, documents: Documents, reader: Reader): Html {
  const publishedAt = postedAt ?? documents[citation.documentId]?.publishedAt
  return publishedAt ? html`, <time datetime="${publishedAt}">${brief(publishedAt, reader)}</time>` : html``
}

/** Every wording with its differences from the first, and how each was attributed. */
function evidence(wordings: Utterance['wordings'], documents: Documents, reader: Reader): Html {
  const { words } = reader
  const [first] = wordings
  const isOne = wordings.length === 1
  const list = html`<ul>${wordings.map((wording) => html`<li>${!isOne && phrasing(wording)}${attribution(wording)}</li>`)}</ul>`
  return html`<details class="how">
<summary>${isOne ? words.howWeKnow : words.wordings(wordings.length)}</summary>
${isOne ? list : html`<compare-wordings data-compare="${words.frame.compare}">${list}</compare-wordings>`}
</details>`

  function phrasing(wording: Wording): Html {
    const content = quotedLetters(wording, differing(first.citation.exact, wording.citation.exact))
    const language = documents[wording.citation.documentId]?.language
    return html`<p${languageAttributes(language)}>${content} ${citationLink(wording.citation, documents, reader)}</p>`
  }

  function attribution(wording: Wording): Html {
    const { cue } = wording
    return html`<p class="note">${howAttributed(wording, reader)}${cue && html` · “${exactWords(cue, documents)}”`}</p>`
  }
}

function differing(base: string, text: string): Html {
  const spans = base === text ? [] : wordsNotIn(base, text)
  return markedText(
    text,
    { start: 0, end: text.length },
    spans.map((span) => ({ ...span, rank: 0, wrap: (content) => html`<mark class="other">${content}</mark>` })),
  )
}
