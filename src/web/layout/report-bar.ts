import { type Html, html } from './html.ts'

/**
 * The bar beside "4 independent reports · 5 articles": one cell for each article, and cells that touch carry the same text, so groups are
 * independent reports. Decorative: the words beside it say the same.
 * @param groups the number of articles of each independent report: `[1, 1, 1, 2]`
 */
export function reportBar(groups: readonly number[], isBig = false): Html {
  // A report of its own first, then the copied ones, as long as they can be told apart.
  const ordered = groups.toSorted((a, b) => a - b).slice(-mostCells)
  const total = ordered.reduce((sum, size) => sum + size, 0)
  // In a large story what is left beside one cell each is given in proportion.
  const spare = mostCells - ordered.length
  const cellsOf = (size: number) => (total <= mostCells ? size : 1 + Math.floor((size / total) * spare))
  return html`<span class="ib${isBig && html` big`}" aria-hidden="true">${ordered.map((size) =>
    size === 1
      ? html`<i></i>`
      : Array.from({ length: cellsOf(size) }, (_, index) =>
          index === 0 ? html`<i class="c"></i>` : html`<i class="j"></i>`,
        ),
  )}</span>`
}

const mostCells = 24
