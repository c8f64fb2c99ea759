import { type SheetNeeds, sheetNeeds } from '../assets.ts'
import type { Html, Piece } from './html.ts'

type Known = Html & { readonly needs?: SheetNeeds }

/** Records which sheets some markup needs, so that it isn't searched. */
export function withNeeds(markup: Html, needs: SheetNeeds): Html {
  return Object.assign(markup, { needs })
}

/** Which sheets a page's pieces need. Recorded pieces aren't searched: most rows of a repeated list were seen before. */
export function needsOfPieces(piece: Piece): SheetNeeds {
  if (Array.isArray(piece)) {
    const needs = (piece as readonly Piece[]).map(needsOfPieces)
    return { isDesk: needs.some(({ isDesk }) => isDesk), isText: needs.some(({ isText }) => isText) }
  }
  return (piece as Known | undefined)?.needs ?? sheetNeeds(String(piece ?? ''))
}
