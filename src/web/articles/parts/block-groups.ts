import type { Block } from '../../../core/document.ts'
import type { Span } from '../../../core/span.ts'
import { type Html, html } from '../../layout/html.ts'

/** A block with its number on the page, starting at 1. */
export type PlacedBlock = Block & { readonly place: number }

/** Groups neighboring blocks of one kind that share an element: the items of a list, the rows of a table. */
export function blockGroups(blocks: readonly Block[]): readonly (readonly PlacedBlock[])[] {
  const made: PlacedBlock[][] = []
  for (const [index, block] of blocks.entries()) {
    const last = made.at(-1)
    const isSame = (block.kind === 'list-item' || block.kind === 'table-row') && last?.[0]?.kind === block.kind
    if (last && isSame && !block.opens) last.push({ ...block, place: index + 1 })
    else made.push([{ ...block, place: index + 1 }])
  }
  return made
}

/** Renders an item from its attributes and content. */
type ItemPart = (block: PlacedBlock, attributes: Html, inner: Html) => Html

/** Lists as in the original: numbered, and nested, where the outlet did so. */
export function listParts(items: readonly PlacedBlock[], item: ItemPart): Html {
  const lists: { isNumbered: boolean; items: PlacedBlock[][] }[] = []
  const base = items[0]?.depth ?? 0
  for (const block of items) {
    const list = lists.at(-1)
    const isDeeper = (block.depth ?? 0) > base
    if (list && isDeeper) list.items.at(-1)!.push(block)
    else if (list && (list.isNumbered || block.number === undefined)) list.items.push([block])
    else lists.push({ isNumbered: block.number !== undefined, items: [[block]] })
  }
  return html`${lists.map((list) => {
    const made = list.items.map(([first, ...inner]) =>
      item(first!, itemNumber(first!, list.isNumbered), inner.length === 0 ? html`` : listParts(inner, item)),
    )
    return list.isNumbered ? html`<ol>${made}</ol>` : html`<ul>${made}</ul>`
  })}`
}

/** A further paragraph of an item has no number of its own. */
function itemNumber({ number }: PlacedBlock, isNumbered: boolean): Html {
  if (!isNumbered) return html``
  return number === undefined ? html` class="more"` : html` value="${number}"`
}

/** A table as in the original: one row for each block, cells separated by tabs. A table wider than a phone scrolls in its own box. */
export function tablePart(
  rows: readonly PlacedBlock[],
  text: string,
  id: (block: PlacedBlock) => string,
  content: (cell: Span) => Html,
): Html {
  const headCount = rows.findIndex(({ isHead }) => !isHead)
  const heads = rows.slice(0, headCount < 0 ? rows.length : headCount)
  const rowPart = (block: PlacedBlock): Html =>
    html`<tr id="${id(block)}">${cellsOf(block, text).map((cell) =>
      block.isHead ? html`<th scope="col">${content(cell)}</th>` : html`<td>${content(cell)}</td>`,
    )}</tr>`
  const body = rows.slice(heads.length)
  return html`<div class="rows" tabindex="0"><table>${heads.length > 0 && html`<thead>${heads.map(rowPart)}</thead>`}${body.length > 0 && html`<tbody>${body.map(rowPart)}</tbody>`}</table></div>`
}

function cellsOf({ start, end }: Span, text: string): readonly Span[] {
  const cells: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== '\t') continue
    cells.push({ start: from, end: at })
    from = at + 1
  }
  return cells
}
