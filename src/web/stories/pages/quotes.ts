import type { SpeakerLedger, Utterance } from '../../../core/story.ts'
import { joinedQuotes } from '../../../operations/stories/story-overview.ts'
import type { StoryView } from '../../../operations/views.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { storyPath, storyTabPath } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import type { Reader } from '../../reader.ts'
import { shareBar } from '../parts/report-list.ts'
import { part, quoteCountOf, storyLayout, utterancesOf } from '../parts/story-frame.ts'
import { quoteItem, roleOf, speakerAnchor, speakerLine } from '../parts/story-quotes.ts'

/** Which quotations are shown, in the URL. */
export type QuoteChoice = {
  /** Id of a speaker, or `unknown`. */
  readonly speaker?: string
  readonly isDirectOnly?: boolean
  readonly isByTime?: boolean
}

/** The choice in a URL; anything else in it is ignored. */
export function readQuoteChoice(query: Readonly<Record<string, string | undefined>>): QuoteChoice {
  return {
    ...(query.speaker && { speaker: query.speaker }),
    isDirectOnly: query.show === 'direct',
    isByTime: query.order === 'time',
  }
}

const [chipsShown, barsShown] = [4, 5]
/** With more quotations each speaker's first ones are shown, and a link to the others. */
const [mostShown, shownOfMany] = [60, 2]

/** Quotations of nobody known are listed like those of a speaker. */
type Voice = { readonly id: string; readonly entry?: SpeakerLedger; readonly utterances: readonly Utterance[] }

/** Everything said in a story, by speaker or by time. */
export function quotesPage(story: StoryView, reader: Reader, choice: QuoteChoice = {}): string {
  const voices = voicesOf(story)
  const chosen = voices.filter(({ id }) => choice.speaker === undefined || id === choice.speaker)
  const shown = chosen
    .map((voice) => ({ ...voice, utterances: voice.utterances.filter((each) => isShown(each, choice)) }))
    .filter(({ utterances }) => utterances.length > 0)
  const { words } = reader
  const list = choice.isByTime ? byTime(shown, story, reader) : bySpeaker(shown, story, choice, reader)
  const body = html`<div class="cols"><div>
${chips(voices, story, choice, reader)}${shown.length === 0 ? html`<p class="note">${words.storyPage.noQuotes}</p>` : list}
<p class="note">${words.storyPage.quotesNote}</p></div>
<aside aria-label="${reader.words.storyPage.beside}">${showPart(story, choice, reader)}${speakerBars(voices, reader)}${downloads(story, reader)}</aside></div>`
  return storyLayout(story, 'quotes', body, reader)
}

function voicesOf({ dossier: { ledger, unattributed } }: StoryView): readonly Voice[] {
  const named = ledger
    .map((entry) => ({ id: entry.speaker.id, entry, utterances: entry.utterances }))
    .toSorted((a, b) => b.utterances.length - a.utterances.length)
  return unattributed.length === 0 ? named : [...named, { id: 'unknown', utterances: unattributed }]
}

function isShown({ wordings: [first] }: Utterance, { isDirectOnly }: QuoteChoice): boolean {
  return !isDirectOnly || first.kind === 'direct'
}

function pathOf(story: StoryView, { speaker, isDirectOnly, isByTime }: QuoteChoice): string {
  return storyTabPath(story.id, 'quotes', {
    speaker,
    show: isDirectOnly ? 'direct' : undefined,
    order: isByTime ? 'time' : undefined,
  })
}

/** Filters by speaker: the most quoted in view, the others in a menu. */
function chips(voices: readonly Voice[], story: StoryView, choice: QuoteChoice, reader: Reader): Html {
  const { words } = reader
  const first = voices.slice(0, chipsShown)
  const rest = voices.slice(chipsShown)
  const link = (id: string | undefined, label: Html, count: number, look: string) => {
    const isOn = choice.speaker === id
    const { speaker: _, ...others } = choice
    return html`<a${look && html` class="${look}${isOn && ' on'}"`} href="${pathOf(story, { ...others, ...(id !== undefined && { speaker: id }) })}"${isOn && html` aria-current="page"`}>${label} <span class="n">${words.number(count)}</span></a>`
  }
  const isRestOn = rest.some(({ id }) => id === choice.speaker)
  return html`<div class="chips qf">${link(undefined, html`${words.mine.everything}`, quoteCountOf(story), 'btn')}${first.map((voice) => link(voice.id, nameOf(voice, reader), voice.utterances.length, 'btn'))}${
    rest.length > 0 &&
    menu(
      rest.map((voice) => link(voice.id, nameOf(voice, reader), voice.utterances.length, '')),
      {
        label: html`${words.more(rest.length)}${icon('chev')}`,
        look: isRestOn ? 'btn on' : 'btn',
      },
    )
  }</div>
`
}

function nameOf({ entry }: Voice, { words }: Reader): Html {
  return entry ? foreign(entry.speaker.name) : html`${words.unattributed}`
}

function bySpeaker(voices: readonly Voice[], story: StoryView, choice: QuoteChoice, reader: Reader): Html {
  const isLong = choice.speaker === undefined && quoteCountOf(story) > mostShown
  return html`${voices.map((voice) => {
    const { entry, utterances, id } = voice
    const groups = joinedQuotes(utterances, story.overview.continued)
    const shown = isLong ? groups.slice(0, shownOfMany) : groups
    const count = reader.words.quotes(utterances.length)
    const head = entry
      ? speakerLine(entry.speaker, joined([roleOf(entry, story, reader), count], ' · '), 'h2')
      : html`<div class="who"><span class="av" aria-hidden="true">?</span><div><h2>${reader.words.unattributed}</h2>${count}</div></div>`
    const speaker = entry && { name: entry.speaker.name }
    return html`<section class="spk" id="${speakerAnchor(id)}">${head}<div>${shown.map((group) => quoteItem(group, story, reader, speaker))}${
      shown.length < groups.length &&
      html`<p><a class="go" href="${pathOf(story, { ...choice, speaker: id })}">${reader.words.more(groups.length - shown.length)}</a></p>`
    }</div></section>
`
  })}`
}

function byTime(voices: readonly Voice[], story: StoryView, reader: Reader): Html {
  const at = ([{ wordings }]: readonly [Utterance, ...Utterance[]]) => {
    const [{ citation, postedAt }] = wordings
    return Date.parse(postedAt ?? story.documents[citation.documentId]?.publishedAt ?? '') || 0
  }
  const all = voices
    .flatMap(({ entry, utterances }) =>
      joinedQuotes(utterances, story.overview.continued).map((group) => ({ entry, group })),
    )
    .toSorted((a, b) => at(a.group) - at(b.group))
  return html`${all.map(({ entry, group }) =>
    quoteItem(group, story, reader, entry && { name: entry.speaker.name, isNamed: true }),
  )}`
}

/** Which quotations are shown, and in what order. */
function showPart(story: StoryView, choice: QuoteChoice, reader: Reader): Html {
  const { words } = reader
  const direct = utterancesOf(story).filter(({ wordings: [first] }) => first.kind === 'direct').length
  const link = (label: string, to: QuoteChoice, isOn: boolean) =>
    html`<a href="${pathOf(story, { ...choice, ...to })}"${isOn && html` aria-current="page"`}>${label}</a>`
  const { storyPage } = words
  return part(
    'show',
    words.show,
    html`<p><span class="seg">${link(words.mine.everything, { isDirectOnly: false }, !choice.isDirectOnly)}${link(storyPage.directOnly(direct), { isDirectOnly: true }, choice.isDirectOnly === true)}</span></p>
<p><span class="seg">${link(storyPage.bySpeaker, { isByTime: false }, !choice.isByTime)}${link(storyPage.byTime, { isByTime: true }, choice.isByTime === true)}</span></p>`,
  )
}

function speakerBars(voices: readonly Voice[], reader: Reader): Html {
  const named = voices.filter(({ entry }) => entry !== undefined)
  const most = named[0]?.utterances.length ?? 0
  if (named.length < 2) return html``
  const { words } = reader
  const rest = named.slice(barsShown).reduce((sum, { utterances }) => sum + utterances.length, 0)
  const bar = (label: Html, count: number) =>
    html`<li><span>${label}</span>${shareBar((100 * Math.min(count, most)) / most)}<b>${words.number(count)}</b></li>`
  return part(
    'voices',
    words.people.whoSpeaks,
    html`<ul class="spb">${named.slice(0, barsShown).map((voice) => bar(nameOf(voice, reader), voice.utterances.length))}${rest > 0 && bar(html`${words.people.others}`, rest)}</ul>`,
  )
}

function downloads({ id }: StoryView, { words }: Reader): Html {
  const formats = [
    ['csv', 'CSV'],
    ['md', 'Markdown'],
    ['jsonld', 'JSON-LD'],
  ] as const
  return part(
    'export',
    words.takeAway,
    html`<p class="small">${joined(
      formats.map(([format, name]) => html`<a href="${storyPath(id)}/export/${format}">${name}</a>`),
      ' · ',
    )}</p>`,
  )
}
