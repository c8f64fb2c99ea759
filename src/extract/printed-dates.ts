import type { HeadLines } from './head-lines.ts'
import type { DayOrder } from './numeric-date.ts'
import { type PageDate, readDate } from './read-date.ts'

/** What the lines by the headline and under the text say of the article's dates. */
export type PrintedDates = {
  /** `Published`, `Posted on`. */
  readonly published?: PageDate
  /** `Updated`, `Last modified`, `Last reviewed`. */
  readonly updated?: PageDate
  /** A line that is a date and little else. */
  readonly plain?: PageDate
}

const updatedWords =
  '(?:(?:last|latest|recently|medically) )?(?:updated?|modified|edited|reviewed|revised)|mis(?:e)? à jour|modifié|actualizado|actualización|aktualisiert|aggiornato|ultimo aggiornamento|atualizado|bijgewerkt|güncelle\\p{L}+|обновлено|оновлено|آخر تحديث|تم التحديث'
const publishedWords =
  '(?:(?:first|originally) )?(?:published|posted|created|released|issued)|publié|publicado|publicación|veröffentlicht|pubblicato|gepubliceerd|yayın\\p{L}*|опубликовано|опубліковано|نشر(?:ت)?|تاريخ النشر|date'
const label = new RegExp(
  `(?<![\\p{L}-])(?:(?<updated>${updatedWords})|(?<published>${publishedWords}))(?![\\p{L}-])`,
  'giu',
)

type Labelled = { readonly kind: 'published' | 'updated' | 'plain'; readonly text: string }

/** Finds the dates that belong to the article; under the text only those that say what they are. */
export function printedDates({ head, titleAt, foot }: HeadLines, order: DayOrder | undefined): PrintedDates {
  const after = labelled(head.slice(titleAt + 1), 90)
  const before = labelled(titleAt < 0 ? [] : head.slice(0, titleAt), 50)
  const end = labelled(
    foot.filter((line) => line.length <= 300),
    0,
  )
  const dateOf = (pieces: readonly Labelled[], kind: Labelled['kind']): PageDate | undefined => {
    for (const piece of pieces) {
      const date = piece.kind === kind ? readDate(piece.text, order) : undefined
      if (date !== undefined) return date
    }
    return undefined
  }
  const published = dateOf(after, 'published') ?? dateOf(before, 'published') ?? dateOf(end, 'published')
  const updated = dateOf(after, 'updated') ?? dateOf(before, 'updated') ?? dateOf(end, 'updated')
  const plain = dateOf(after, 'plain') ?? dateOf(before, 'plain')
  return { ...(published && { published }), ...(updated && { updated }), ...(plain && { plain }) }
}

/** Cuts lines at their labels; a label alone on its line names the date of the next. Longer unlabelled lines are no dates. */
function labelled(lines: readonly string[], longestPlain: number): Labelled[] {
  const pieces: Labelled[] = []
  let carried: 'published' | 'updated' | undefined
  for (const line of lines) {
    const marks = [...line.slice(0, 300).matchAll(label)]
    const first = marks[0]?.index ?? line.length
    if (marks.length === 0 || /\p{Nd}/u.test(line.slice(0, first))) {
      const text = line.slice(0, first)
      if (carried !== undefined || text.length <= longestPlain) pieces.push({ kind: carried ?? 'plain', text })
    }
    carried = undefined
    for (const [i, mark] of marks.entries()) {
      const kind = mark.groups?.updated === undefined ? 'published' : 'updated'
      const text = line.slice(mark.index + mark[0].length, marks[i + 1]?.index).slice(0, 80)
      if (/\p{Nd}/u.test(text)) pieces.push({ kind, text })
      else carried = i === marks.length - 1 && text.length <= 20 ? kind : undefined
    }
  }
  return pieces
}
