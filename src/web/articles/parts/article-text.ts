import type { Article } from '../../../core/article.ts'
import { nth } from '../../../core/nth.ts'
import { sureEnough } from '../../../core/quote.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { hostOf, outLink, storyPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'
import { speakerAnchor } from '../../stories/parts/story-ledger.ts'
import { highlightMarks, highlightsUnder } from './article-highlights.ts'
import { noteLink, noteMarks, notesUnder, startOf } from './article-notes.ts'
import { postHead } from './article-posts.ts'
import { blockGroups, listParts, type PlacedBlock, tablePart } from './block-groups.ts'
import { type Mark, markedText } from './marked-text.ts'

/** The text of an article, block by block, with quotations, copied passages, changes and the cited span marked. */
export function articleText(view: ArticleView, reader: Reader): Html {
  const { document } = view
  const marks = [
    ...quoteMarks(view, reader),
    ...wireMarks(view),
    ...addedMarks(view),
    ...noteMarks(view),
    ...highlightMarks(view, reader),
    ...citedMarks(view, reader),
  ]
  return html`<div class="text" id="text"${view.marks && html` data-note-offer="${reader.words.mine.noteSelection}"`}${languageAttributes(document.language)}>${embedsAfter(view.article, 0, 0, reader)}${blockGroups(document.blocks).map(groupPart)}
</div>
`

  function groupPart(group: readonly PlacedBlock[]): Html {
    const head = group[0] && postHead(group[0], view, reader)
    return html`${head}${groupElement(group)}${embedsAfter(view.article, nth(group, 0).place, group.at(-1)!.place, reader)}`
  }

  function groupElement(group: readonly PlacedBlock[]): Html {
    if (group[0]?.kind === 'list-item') return listParts(group, itemPart)
    if (group[0]?.kind === 'table-row')
      return tablePart(
        group,
        document.text,
        ({ place }) => `p${place}`,
        (cell) => markedText(document.text, cell, marks),
      )
    return html`${group.map(blockPart)}`
  }

  function itemPart(block: PlacedBlock, attributes: Html, inner: Html): Html {
    const content = markedText(document.text, block, marks)
    return html`<li id="p${block.place}"${attributes}${startOf(block, view)}>${content}${noteLink(block, view, reader)}${notesUnder(block, view, reader)}${highlightsUnder(block, view, reader)}${inner}</li>`
  }

  function blockPart(block: PlacedBlock): Html {
    const content = markedText(document.text, block, marks)
    const id = `p${block.place}`
    switch (block.kind) {
      case 'heading':
        return html`<h2 id="${id}" class="sub">${content}</h2>`
      case 'quote':
        return html`<blockquote id="${id}"><p${startOf(block, view)}>${content}${noteLink(block, view, reader)}</p></blockquote>${notesUnder(block, view, reader)}${highlightsUnder(block, view, reader)}`
      case 'code':
        return html`<pre id="${id}" tabindex="0">${content}</pre>`
      case 'paragraph':
      case 'list-item':
      case 'table-row':
        return html`<p id="${id}"${startOf(block, view)}>${content}${noteLink(block, view, reader)}</p>${notesUnder(block, view, reader)}${highlightsUnder(block, view, reader)}`
    }
  }
}

/** A quotation links to its speaker's part of the story; without a story, or with a merely probable speaker, it is only a link target. */
function quoteMarks({ annotations, story }: ArticleView, { words }: Reader): readonly Mark[] {
  return (annotations.quotes?.items ?? [])
    .filter((quote) => quote.kind !== 'indirect')
    .map(({ span, speaker, confidence }) => {
      const id = `q${span.start}-${span.end}`
      const isSure = confidence >= sureEnough
      const name = speaker && html` title="${isSure ? speaker.name : `${words.probably} ${speaker.name}`}"`
      const target = story && speaker && isSure ? `${storyPath(story.id)}#${speakerAnchor(speaker.id)}` : undefined
      return {
        ...span,
        rank: 3,
        wrap: (content, isFirst) =>
          target
            ? html`<a class="said"${isFirst && html` id="${id}"`} href="${target}"${name}>${content}</a>`
            : html`<span class="said"${isFirst && html` id="${id}"`}${name}>${content}</span>`,
      }
    })
}

/**
 * Passages that are, or may be, another article's words, numbered by that article. What others copied from here is this article's own, and
 * quotations that both contain are not copying.
 */
function wireMarks({ syndications, article }: ArticleView): readonly Mark[] {
  return syndications.flatMap((syndication, index) => {
    const { passages } = syndication
    return !isCopied(syndication, { article })
      ? []
      : runs(passages.filter(({ isQuotation }) => !isQuotation).map(({ span }) => span)).map((span) => ({
          ...span,
          rank: 1,
          wrap: (content, isFirst) =>
            html`<span class="wire">${isFirst && html`<a class="mark" href="#origin-${index + 1}">${index + 1}</a>`}${content}</span>`,
        }))
  })
}

/** True for text that another published first, that is credited to an agency, or whose first publisher is unknown. */
export function isCopied(
  { kind, isCopyOfOther, direction }: ArticleView['syndications'][number],
  { article }: Pick<ArticleView, 'article'>,
): boolean {
  if (kind === 'shared-quotation') return false
  return (
    isCopyOfOther || direction.kind === 'undecided' || (direction.kind === 'credit' && article.credit !== undefined)
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

function citedMarks({ cited }: ArticleView, reader: Reader): readonly Mark[] {
  if (!cited) return []
  return [
    {
      ...cited,
      rank: 0,
      wrap: (content, isFirst) =>
        html`<mark class="cited"${isFirst && html` id="cited" aria-label="${reader.words.cited}"`}>${content}</mark>`,
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
