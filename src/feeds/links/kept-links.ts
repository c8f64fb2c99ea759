import { findJsonOf } from '../../core/text/parse-json-of.ts'
import type { KeptLinks } from './kept-link.ts'
import { keptLinksOfCsv } from './kept-links-csv.ts'
import { keptLinksOfHtml } from './kept-links-html.ts'
import { keptLinksOfJson } from './kept-links-json.ts'

/** More than 64 MB of links hold; as objects they may take 400 MB. */
const MOST_VALUES = 8_000_000

/** Reads the export of a read-later program by what it looks like. Undefined when it is none. Never throws. */
export function readKeptLinks(text: string): KeptLinks | undefined {
  const start = text.slice(0, 200).trimStart()
  if (start.startsWith('[')) return keptLinksOfJson(findJsonOf(text, MOST_VALUES))
  if (start.startsWith('<')) return keptLinksOfHtml(text)
  return keptLinksOfCsv(text)
}
