import type { Extraction, Removal } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import type { BlockKind } from '../core/document.ts'
import { agencyNamed } from '../core/names/agencies.ts'
import { formatReason } from '../core/reading/incomplete-reason.ts'
import { joinBlocks } from './blocks/join-blocks.ts'
import { readCredit } from './bylines/agency-credit.ts'
import { visibleText } from './markup/visible-text.ts'
import { keyOf } from './words.ts'

const ending = /^(.*[^.!?…\s][”"’»]?)\s\((?:([^()/]{2,60})\/)?([^()/]{2,30})\)$/u

/**
 * The agency in brackets at the end of a line of plain text, as in `The king in his garden (Ann Lee/PA)`: a caption whose picture is gone.
 * A finished sentence before the brackets is text.
 */
function captionAgency(line: string): string | undefined {
  if (line.length > 400) return undefined
  const [, words = '', name, source = ''] = ending.exec(line) ?? []
  if (words.split(' ').length < 3 || /[.!?…]["”’»]?$/u.test(words)) return undefined
  const known = agencyNamed(source)
  if (name !== undefined) return known ?? (/^\p{Lu}{2,6}$/u.test(source) && /^\p{Lu}/u.test(name) ? source : undefined)
  // `the Palestinian Authority (PA)` introduces an abbreviation, not a credit.
  return known !== undefined && !abbreviates(source, words) ? known : undefined
}

/**
 * The agency of a caption, if the text itself speaks as that agency (`The PA news agency understands`). Having taken a picture, or been
 * told something, does not make it the text's reporter.
 */
function agencyOfItsWords(captions: readonly string[], lines: readonly string[]): string | undefined {
  const agencies = captions.map(captionAgency).filter((agency) => agency !== undefined)
  const speaksAs = (agency: string) => SELF.some((words) => lines.some((line) => line.includes(`${agency} ${words}`)))
  return agencies.find(speaksAs)
}

const SELF = ['news agency understands', 'agency understands', 'news agency has learned', 'understands']

function abbreviates(initials: string, words: string): boolean {
  const last = words.split(/[\s-]+/).slice(-initials.length)
  return last.map((word) => word.charAt(0).toUpperCase()).join('') === initials.toUpperCase()
}

type TextHints = {
  readonly title?: string
  readonly authors?: readonly string[]
  /** ISO 8601 with zone. */
  readonly publishedAt?: string
  readonly siteName?: string
  readonly language?: string
}

/** Reads plain text as an article: one block per line. Without a title the first line is the title. */
export function extractFromText(text: string, hints: TextHints = {}): Extraction {
  const lines = text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map(visibleText)
    .filter((line) => line !== '')
  const title = visibleText(hints.title ?? '') || (lines[0] ?? '')
  const isTitleFirst = lines[0] !== undefined && keyOf(lines[0]) === keyOf(title)
  const all = isTitleFirst ? lines.slice(1) : lines
  const body = all.filter((line) => captionAgency(line) === undefined)
  const captions = all.filter((line) => captionAgency(line) !== undefined)
  const removals: Removal[] = captions.map((text) => ({ step: 'caption', text }))
  const joined = joinBlocks(body.map((line) => ({ kind: kindOfLine(line), text: line })))
  const authors = hints.authors ?? []
  const credit = readCredit({ authors, bylines: [], sourceNames: [], blocks: body }) ?? agencyOfItsWords(captions, body)
  const { publishedAt, siteName, language } = hints
  return {
    title,
    ...joined,
    authors,
    ...defined({ publishedAt, siteName, language, credit }),
    pictures: [],
    kind: 'article',
    completeness: body.length === 0 ? { kind: 'failed', reason: formatReason('empty') } : { kind: 'complete' },
    removals,
  }
}

function kindOfLine(line: string): BlockKind {
  if (/^(?:[-*•‣▪]|\d{1,2}[.)])\s/u.test(line)) return 'list-item'
  if (/^>\s/.test(line)) return 'quote'
  if (/^#{1,6}\s/.test(line)) return 'heading'
  return 'paragraph'
}
