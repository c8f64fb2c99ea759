import { type Html, html } from './html.ts'

/**
 * The bar beside "4 independent reports · 5 articles": one cell for each article, and cells that touch carry the same text, so groups are
 * independent reports. Decorative: the words beside it say the same.
 * @param groups the number of articles of each independent report: `[1, 1, 1, 2]`
 */
export function reportBar(groups: readonly number[], isBig = false): Html {
  // A report of its own first, then the copied ones, as long as they can be told apart.
  const ordered = groups.toSorted((a, b) => a - b)
  const total = ordered.reduce((sum, size) => sum + size, 0)
  const shown = total <= mostCells ? ordered : fitted(ordered, total)
  return html`<span class="ib${isBig && html` big`}" aria-hidden="true">${shown.map((size) =>
    size === 1
      ? html`<i></i>`
      : Array.from({ length: size }, (_, index) => (index === 0 ? html`<i class="c"></i>` : html`<i class="j"></i>`)),
  )}</span>`
}

const mostCells = 24

/** The groups of a large story in proportion, each with one cell at least. */
function fitted(groups: readonly number[], total: number): readonly number[] {
  const sizes = groups.slice(-mostCells)
  return sizes.map((size) => Math.max(1, Math.floor((size / total) * mostCells)))
}
