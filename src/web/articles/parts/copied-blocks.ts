import type { Block } from '../../../core/document.ts'
import type { Span } from '../../../core/span.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { foreign, type Html, html, listed } from '../../layout/html.ts'
import { articlePath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

type Copied = ArticleView['syndications'][number]

/** A block counts as copied when this much of it has the words of another article; less is only marked on request. */
const mostOfBlock = 0.8

/** True for text that another published first, that is credited to an agency, or whose first publisher is unknown. */
export function isCopied(
  { kind, isCopyOfOther, direction }: Copied,
  { article }: Pick<ArticleView, 'article'>,
): boolean {
  if (kind === 'shared-quotation') return false
  return (
    isCopyOfOther || direction.kind === 'undecided' || (direction.kind === 'credit' && article.credit !== undefined)
  )
}

/** The articles whose words make up nearly all of a block. */
export function copiedIn(block: Block, view: ArticleView): readonly Copied[] {
  return view.syndications.filter((one) => {
    if (!isCopied(one, view)) return false
    const inside = one.passages.filter(({ span }) => span.start < block.end && span.end > block.start)
    // A quotation that both have is not copying.
    if (inside.every(({ isQuotation }) => isQuotation)) return false
    return coveredLength(block, inside) >= mostOfBlock * (block.end - block.start)
  })
}

function coveredLength(block: Span, passages: readonly { readonly span: Span }[]): number {
  let until = block.start
  let length = 0
  for (const { span } of passages.toSorted((a, b) => a.span.start - b.span.start)) {
    const start = Math.max(until, span.start)
    const end = Math.min(block.end, span.end)
    if (end <= start) continue
    length += end - start
    until = end
  }
  return length
}

/** Beside a run of copied blocks: whom they are credited to, and where the same words are. */
export function copiedNote(others: readonly Copied[], reader: Reader): Html {
  const words = reader.words.articlePage
  const agencies = new Set(others.map(({ direction }) => (direction.kind === 'credit' ? direction.agency : undefined)))
  const [agency] = agencies.size === 1 ? agencies : []
  const links = others.map(
    ({ other }) => html`<a href="${articlePath(other.articleId)}">${foreign(other.sourceName)}</a>`,
  )
  return html`<div class="mn" role="note" lang="${reader.language}" dir="${reader.words.direction}">${
    agency !== undefined && html`${words.creditedTo} ${foreign(agency)}. `
  }${words.sameWords} ${listed(links, reader)}</div>`
}
