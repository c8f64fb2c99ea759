import type { Article } from '../../../core/article.ts'
import { nth } from '../../../core/nth.ts'
import { sureEnough } from '../../../core/quote.ts'
import { cueAt, heardAt } from '../../../core/reading/heard.ts'
import { clock } from '../../../core/time/clock.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { momentLink } from '../../layout/heard-link.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { hostOf, outLink } from '../../layout/links.ts'
import { alwaysForm, pictureFigure, picturesOf } from '../../layout/picture.ts'
import type { Reader } from '../../reader.ts'
import { highlightMarks, highlightsUnder } from './article-highlights.ts'
import { noteLink, noteMarks, notesUnder, startOf } from './article-notes.ts'
import { postHead } from './article-posts.ts'
import { blockGroups, listParts, type PlacedBlock, tablePart } from './block-groups.ts'
import { copiedIn, copiedNote, isCopied } from './copied-blocks.ts'
import { type Mark, markedText } from './marked-text.ts'
import { noteLabels, outletNote, outletNotes } from './outlet-notes.ts'

/** The text of an article, block by block: the outlet's notes first, copied passages with a line beside them; other marks on request. */
export function articleText(view: ArticleView, reader: Reader): Html {
  const { document } = view
  const notes = outletNotes(view)
  const marks = [
    ...quoteMarks(view, reader),
    ...turnMarks(view),
    ...wireMarks(view),
    ...addedMarks(view),
    ...noteMarks(view),
    ...highlightMarks(view, reader),
    ...citedMarks(view),
    ...noteLabels(notes, view),
  ]
  const lifted = new Set(notes.flatMap(({ blocks }) => blocks.map(({ place }) => place)))
  const hidden = new Set(view.bylineBlocks)
  const groups = blockGroups(document.blocks).filter((group) => !group.every(({ place }) => lifted.has(place)))
  const copies = groups.map((group) => (group.length === 1 ? copiedIn(nth(group, 0), view) : []))
  return html`<div class="text${document.cues && ' spoken'}" id="text"${view.marks && html` data-note-offer="${reader.words.mine.noteSelection}"`}${languageAttributes(document.language)}>${leadPicture(view, reader)}${notes.map((note) => outletNote(note, view, reader, (block) => blockPart(block, false)))}${embedsAfter(view.article, 0, 0, reader)}${groups.map(groupPart)}
</div>
`

  function groupPart(group: readonly PlacedBlock[], at: number): Html {
    const [first] = group
    if (first && hidden.has(first.place - 1) && !isCited(first)) return html``
    const others = nth(copies, at)
    const isEnd = others.length > 0 && !isSame(others, copies[at + 1])
    const last = group.at(-1)!
    return html`${first && postHead(first, view, reader)}${first && momentOf(first)}${groupElement(group, others.length > 0)}${isEnd && copiedNote(others, reader)}${removedAfter(nth(group, 0), last)}${embedsAfter(view.article, nth(group, 0).place, last.place, reader)}`
  }

  /** When a paragraph of a transcript is heard, before it. */
  function momentOf({ start }: PlacedBlock): Html {
    const heard = heardAt(document, view.article, start)
    return heard ? html`<div class="at">${momentLink(heard, clock(heard.seconds), reader)}</div>` : html``
  }

  function isCited({ start, end }: PlacedBlock): boolean {
    return view.cited !== undefined && view.cited.start < end && view.cited.end > start
  }

  function isSame(a: readonly object[], b: readonly object[] | undefined): boolean {
    return b?.length === a.length && a.every((one) => b.includes(one))
  }

  function groupElement(group: readonly PlacedBlock[], isCopied: boolean): Html {
    if (group[0]?.kind === 'list-item') return listParts(group, itemPart)
    if (group[0]?.kind === 'table-row')
      return tablePart(
        group,
        document.text,
        ({ place }) => `p${place}`,
        (cell) => markedText(document.text, cell, marks),
      )
    return html`${group.map((block) => blockPart(block, isCopied))}`
  }

  function itemPart(block: PlacedBlock, attributes: Html, inner: Html): Html {
    const content = markedText(document.text, block, marks)
    return html`<li id="p${block.place}"${attributes}${startOf(block, view)}>${content}${noteLink(block, view, reader)}${notesUnder(block, view, reader)}${highlightsUnder(block, view, reader)}${inner}</li>`
  }

  function blockPart(block: PlacedBlock, isCopied: boolean): Html {
    const content = markedText(document.text, block, marks)
    const id = `p${block.place}`
    const look = isCopied && html` class="cp"`
    switch (block.kind) {
      case 'heading':
        return html`<h2 id="${id}" class="sub">${content}</h2>`
      case 'quote':
        return html`<blockquote id="${id}"${look}><p${startOf(block, view)}>${content}${noteLink(block, view, reader)}</p></blockquote>${notesUnder(block, view, reader)}${highlightsUnder(block, view, reader)}`
      case 'code':
        return html`<pre id="${id}" tabindex="0">${content}</pre>`
      case 'paragraph':
      case 'list-item':
      case 'table-row':
        return html`<p id="${id}"${look}${startOf(block, view)}>${content}${noteLink(block, view, reader)}</p>${notesUnder(block, view, reader)}${highlightsUnder(block, view, reader)}`
    }
  }

  /** Words of the version before that were here; shown with the changes. */
  function removedAfter({ start }: PlacedBlock, { end }: PlacedBlock): Html {
    const gone = (view.changes?.rows ?? []).filter(({ before, after, at = after?.end ?? 0 }) => {
      return before !== undefined && at <= end && (at > start || at === 0)
    })
    return html`${gone.map(({ before }) => html`<del class="gone">${before}</del>`)}`
  }
}

/** The lead picture, and the choice to show pictures always where there are no others. */
function leadPicture(view: ArticleView, reader: Reader): Html {
  const { lead, others } = picturesOf(view, reader)
  if (!lead) return html``
  return html`${pictureFigure(lead, view.pictureSizes, reader)}${others.length === 0 && alwaysForm(reader)}`
}

/** Who speaks, before the first words of a paragraph of a transcript. */
function turnMarks({ document, annotations }: ArticleView): readonly Mark[] {
  if (!document.cues) return []
  const endOfName = new Map(
    (annotations.quotes?.items ?? []).flatMap(({ pattern, source }) =>
      pattern === 'colon' && source ? [[source.start, source.end] as const] : [],
    ),
  )
  return document.blocks.flatMap(({ start }) => {
    const cue = cueAt(document, start)
    const end = cue && (cue.start > start ? cue.start : endOfName.get(start))
    return end === undefined ? [] : [{ start, end, rank: 4, wrap: (content) => html`<b>${content}</b>` }]
  })
}

/** Quotations, each a target for links, with the name of its speaker. */
function quoteMarks({ annotations }: ArticleView, { words }: Reader): readonly Mark[] {
  return (annotations.quotes?.items ?? [])
    .filter((quote) => quote.kind !== 'indirect')
    .map(({ span, speaker, confidence }) => {
      const id = `q${span.start}-${span.end}`
      const name =
        speaker && html` title="${confidence >= sureEnough ? speaker.name : `${words.probably} ${speaker.name}`}"`
      return {
        ...span,
        rank: 3,
        wrap: (content, isFirst) => html`<span class="said"${isFirst && html` id="${id}"`}${name}>${content}</span>`,
      }
    })
}

/**
 * Passages that are, or may be, another article's words, numbered by that article. What others copied from here is this article's own, and
 * quotations that both contain are not copying.
 */
function wireMarks(view: ArticleView): readonly Mark[] {
  return view.syndications.flatMap((syndication, index) =>
    !isCopied(syndication, view)
      ? []
      : runs(syndication.passages.filter(({ isQuotation }) => !isQuotation).map(({ span }) => span)).map((span) => ({
          ...span,
          rank: 1,
          wrap: (content, isFirst) =>
            html`<span class="wire">${isFirst && html`<a class="mark" href="#origin-${index + 1}">${index + 1}</a>`}${content}</span>`,
        })),
  )
}

/** Spans in order, joined when at most two letters lie between: one mark for a run of copied sentences. */
function runs(spans: readonly { readonly start: number; readonly end: number }[]): { start: number; end: number }[] {
  const joinedSpans: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joinedSpans.at(-1)
    if (last && start - last.end <= 2) last.end = Math.max(last.end, end)
    else joinedSpans.push({ start, end })
  }
  return joinedSpans
}

function addedMarks({ changes }: ArticleView): readonly Mark[] {
  return (changes?.added ?? []).map((span) => ({ ...span, rank: 2, wrap: (content) => html`<ins>${content}</ins>` }))
}

function citedMarks({ cited }: ArticleView): readonly Mark[] {
  if (!cited) return []
  return [
    {
      ...cited,
      rank: 0,
      wrap: (content, isFirst) => html`<mark class="cited"${isFirst && html` id="cited"`}>${content}</mark>`,
    },
  ]
}

/** Embeds after a block as plain links: nothing is loaded from other sites. */
function embedsAfter({ embeds = [] }: Article, from: number, until: number, reader: Reader): Html {
  const here = embeds.filter(({ after }) => after >= from && after <= until)
  if (here.length === 0) return html``
  return html`${here.map(
    ({ kind, url, title }) =>
      html`<p class="embed">${reader.words.embeds.kinds[kind]}${reader.words.colon}${outLink(url, foreign(title ?? hostOf(url)))}${title !== undefined && html` <small>${foreign(hostOf(url))}</small>`}</p>`,
  )}`
}
