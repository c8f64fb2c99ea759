import type { Document } from '../core/document.ts'
import { alignTexts } from './align-texts.ts'
import type { ArticleView } from './views.ts'

/** What a revision changed against the one before, by sentence-like pieces of each block: taken out, and put in. */
export function compareSentences(before: Document, after: Document): NonNullable<ArticleView['changes']> {
  const old = piecesOf(before)
  const now = piecesOf(after)
  const oldTexts = new Set(old.map(({ text }) => text))
  const newTexts = new Set(now.map(({ text }) => text))
  return {
    removed: old.filter(({ text }) => !newTexts.has(text)).map(({ text }) => text),
    added: now.filter(({ text }) => !oldTexts.has(text)).map(({ start, end }) => ({ start, end })),
    ...(before.title === after.title ? {} : { previousTitle: before.title }),
    rows: changedRows(before, after),
  }
}

/** Side by side what is not the same letter for letter: taken out, put in, or in other words. */
function changedRows(before: Document, after: Document): NonNullable<NonNullable<ArticleView['changes']>['rows']> {
  const textOf = (doc: Document) => ({ text: doc.text, sentences: piecesOf(doc) })
  const said = (doc: Document, { start, end }: { readonly start: number; readonly end: number }) =>
    doc.text.slice(start, end)
  return alignTexts(textOf(before), textOf(after)).flatMap((row) => {
    const [a, b] = ['a' in row ? row.a : undefined, 'b' in row ? row.b : undefined]
    if (a && b && said(before, a) === said(after, b)) return []
    return [{ ...(a && { before: said(before, a) }), ...(b && { after: { start: b.start, end: b.end } }) }]
  })
}

function piecesOf(doc: Document): readonly { readonly text: string; readonly start: number; readonly end: number }[] {
  return doc.blocks.flatMap((block) => {
    const text = doc.text.slice(block.start, block.end)
    const pieces = text.matchAll(/[^.!?؟。]+(?:[.!?؟。]+["'”’»)]*|$)\s*/gu)
    return [...pieces].flatMap((match) => {
      const trimmed = match[0].trim()
      if (trimmed === '') return []
      const start = block.start + match.index + (match[0].length - match[0].trimStart().length)
      return [{ text: trimmed, start, end: start + trimmed.length }]
    })
  })
}
