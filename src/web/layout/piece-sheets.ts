import { type SheetNeeds, sheetNeeds } from '../assets.ts'
import type { Html, Piece } from './html.ts'

type Known = Html & { readonly needs?: SheetNeeds }

/** Markup that says which sheets it needs, so that nobody looks through it. */
export function withNeeds(markup: Html, needs: SheetNeeds): Html {
  return Object.assign(markup, { needs })
}

/** Which sheets a page's pieces need. What says so is not looked through: a list that is made anew has mostly rows that were seen before. */
export function needsOfPieces(piece: Piece): SheetNeeds {
  if (Array.isArray(piece)) {
    const needs = (piece as readonly Piece[]).map(needsOfPieces)
    return { isDesk: needs.some(({ isDesk }) => isDesk), isText: needs.some(({ isText }) => isText) }
  }
  return (piece as Known | undefined)?.needs ?? sheetNeeds(String(piece ?? ''))
}
