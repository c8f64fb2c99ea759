import type { Removal } from '../../core/article.ts'
import type { LooseBlock } from '../blocks/join-blocks.ts'
import { readDate } from '../facts/read-date.ts'
import { excerpt } from '../markup/visible-text.ts'
import { countWords, wordsOf } from '../words.ts'
import { isAgency } from './agency-credit.ts'
import { initialsInByline } from './agency-initials.ts'

const maxLeading = 8
/** As many as two dates with their times have: when it was published, and when updated. */
const mostDateWords = 24
const by = /^(?:by|par|von|por|di|door|av|af|автор|текст|بقلم|كتب)\s*:?\s+/iu
/** `By Ann Lee - 5/4/25 9:10 PM`, `by Ann Lee on Sunday, May 4, 2025`: a date follows the name. */
const signedOn = /^(?:written )?by:?\s+[\p{L}.'’ -]{3,60}?\s+(?:on|[-–—|•·])\s+(.*\d.*)$/iu
const slashed = /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b.{0,24}$/
const personal = /^\p{Lu}[\p{L}.'’-]+(?:\s(?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|al|bin|el|di|da)){1,4}$/u
/** Words around names and dates in such a line, and the words of a date that the parser does not need. */
const fillers = new Set(
  (
    'by and with at on of the in staff reporter published updated posted last modified date am pm a m p gmt utc bst est ' +
    'edt et cet cest ist h par et le la à a de du publié mis jour von und am um uhr por y las el los del publicado ' +
    'actualizado di e il alle ore em às door en op om av og kl в г и на بقلم في نشر تحديث حدث آخر يوم الساعة ص م ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun lundi mardi mercredi jeudi ' +
    'vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles jueves ' +
    'viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta ' +
    'feira الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد'
  ).split(' '),
)

/** True for a line of only names of authors or agencies, a date with its time, or both. */
export function isBylineLine(line: string, names: readonly string[]): boolean {
  const text = line.trim()
  if (text.length > 160) return false
  if (isAgency(text) || initialsInByline(text) !== undefined || isDateLine(text)) return true
  const isNamed = (part: string): boolean => names.some((name) => name.toLowerCase() === part.toLowerCase())
  const signed = signedOn.exec(text)
  if (signed?.[1] !== undefined && (isDateLine(signed[1]) || slashed.test(signed[1]))) return true
  const rest = text.replace(by, '')
  const isBy = rest !== text
  const parts = rest.split(/\s*[,،|•·;–—/]\s*|\s(?:and|et|und|y|&)\s/u).filter((part) => part !== '')
  const firstDate = parts.findIndex((part) => /\d/.test(part))
  const people = firstDate < 0 ? parts : parts.slice(0, firstDate)
  const date = firstDate < 0 ? '' : parts.slice(firstDate).join(' ')
  if (people.length === 0 || (date !== '' && !isDateLine(date))) return false
  return people.every(
    (part) => isNamed(part) || isAgency(part) || fillers.has(part.toLowerCase()) || (isBy && personal.test(part)),
  )
}

/** The name of a time zone directly after a time: `17:41 JST`, `11:28 AMT`. */
const zone = /(?<=\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?) \(?[A-Z]{2,5}\)?(?![\p{L}\p{M}])/u

function isDateLine(line: string): boolean {
  const text = line.replace(zone, '')
  const date = readDate(text)
  if (date === undefined) return false
  // Beside numbers, one word may name the month, also that of an update; every other must be a filler.
  const words = new Set(
    wordsOf(text.replace(/\p{M}/gu, '')).filter((word) => /^\p{L}+$/u.test(word) && !fillers.has(word)),
  )
  return (
    words.size <= 2 &&
    countWords(text) <= mostDateWords &&
    words.values().every((word) => readDate(`9 ${word} 2020`) !== undefined)
  )
}

/** The places of the byline and date lines before the first prose of a text. */
export function leadingLines(
  blocks: readonly Pick<LooseBlock, 'text' | 'kind'>[],
  names: readonly string[],
): ReadonlySet<number> {
  const first = blocks.findIndex(
    ({ text, kind }) => kind !== 'heading' && countWords(text) >= 8 && !isBylineLine(text, names),
  )
  const places = blocks
    .slice(0, Math.max(0, Math.min(first, maxLeading)))
    .flatMap(({ text, kind }, place) => (kind !== 'heading' && isBylineLine(text, names) ? [place] : []))
  return new Set(places)
}

/** Removes those lines, and returns them too. */
export function withoutLeadingLines(
  blocks: readonly LooseBlock[],
  names: readonly string[],
): { blocks: readonly LooseBlock[]; removals: Removal[] } {
  const leading = leadingLines(blocks, names)
  if (leading.size === 0) return { blocks, removals: [] }
  return {
    blocks: blocks.filter((_, place) => !leading.has(place)),
    removals: blocks
      .filter((_, place) => leading.has(place))
      .map(({ text }) => ({ step: 'byline', text: excerpt(text) })),
  }
}
