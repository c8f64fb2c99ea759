import type { Extraction, Removal } from '../core/article.ts'
import type { BlockKind } from '../core/document.ts'
import { sayReason } from '../core/incomplete-reason.ts'
import { readCredit } from './agency-credit.ts'
import { agencyOfItsWords, captionAgency } from './caption-lines.ts'
import { defined } from './defined.ts'
import { joinBlocks } from './join-blocks.ts'
import { visibleText } from './visible-text.ts'
import { keyOf } from './words.ts'

/** What is known of a plain text besides itself. */
export type TextHints = {
  readonly title?: string
  readonly authors?: readonly string[]
  /** ISO 8601 with zone. */
  readonly publishedAt?: string
  readonly siteName?: string
  readonly language?: string
}

/** Takes plain text as an article: one block for each line. Without a title the first line is the title. */
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
    completeness: body.length === 0 ? { kind: 'failed', reason: sayReason('empty') } : { kind: 'complete' },
    removals,
  }
}

function kindOfLine(line: string): BlockKind {
  if (/^(?:[-*•‣▪]|\d{1,2}[.)])\s/u.test(line)) return 'list-item'
  if (/^>\s/.test(line)) return 'quote'
  if (/^#{1,6}\s/.test(line)) return 'heading'
  return 'paragraph'
}
