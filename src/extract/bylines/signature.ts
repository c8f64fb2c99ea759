import type { Removal } from '../../core/article.ts'
import type { LooseBlock } from '../blocks/join-blocks.ts'
import { excerpt } from '../markup/visible-text.ts'
import { countWords, keyOf } from '../words.ts'
import { isAgency } from './agency-credit.ts'
import { isBylineLine } from './leading-lines.ts'
import { hasNameShape } from './person-name.ts'

/** So many lines at the end may be signatures, each of so many words, below a text of so many. */
const maxLines = 2
const longest = 30
const longestName = 6
const shortestText = 60

const source = /^(?:quelle|source|fuente|fonte|bron|källa|kilde|lähde|источник)n?s?\s*:\s*/iu
const role =
  '(?:text|redaktion|schlussredaktion|recherche|mitarbeit|übersetzung|faktencheck|audioversion|bildredaktion|fotos?|grafik|editing|editors?|translation|research|fact[- ]check|traduction|édition|traducción|edición|traduzione|tradução|vertaling|översättning)'
const people = "\\p{Lu}[\\p{L}.’'-]+(?: (?:und|and|et|y|e|\\p{Lu}[\\p{L}.’'-]+|de|van|von|der|al|bin))*"
/** `Translation: Ann Lee, editing: Bo Ray`. */
const roles = new RegExp(`^(?:${role}\\s*:\\s*${people}(?:\\s*,\\s*(?!${role}\\s*:)${people})*[\\s,;.|]*)+$`, 'iu')
/** The staff of an outlet: `IN-Redaktion`, `Newsroom`. */
const staff =
  /^(?:\S+[ -]){0,3}(?:redaktion|newsroom|rédaction|redacción|redazione|redação|redactie|redaktionen|redaksjonen|toimitus|redakcja)(?: \S+){0,2}$/iu

/** Removes the lines that sign a text at its end: names of its authors, its outlet or agencies, and who did what. */
export function withoutSignature(
  blocks: readonly LooseBlock[],
  names: readonly string[],
): { blocks: readonly LooseBlock[]; removals: Removal[] } {
  const known = new Set(names.map(keyOf).filter((key) => key !== ''))
  let end = blocks.length
  while (end > 1 && blocks.length - end < maxLines && isSignature(blocks[end - 1], names, known)) end--
  const kept = blocks.slice(0, end)
  const words = kept.reduce((sum, { text }) => sum + countWords(text), 0)
  if (end === blocks.length || words < shortestText) return { blocks, removals: [] }
  return { blocks: kept, removals: blocks.slice(end).map(({ text }) => ({ step: 'byline', text: excerpt(text) })) }
}

function isSignature(block: LooseBlock | undefined, names: readonly string[], known: ReadonlySet<string>): boolean {
  if (block?.kind !== 'paragraph') return false
  const line = block.text.trim()
  const wordCount = countWords(line)
  if (wordCount > longest || line.length > 300) return false
  if (roles.test(line)) return true
  if (wordCount > longestName) return false
  const inside = line.replace(/^[([\s–—-]+|[)\]\s]+$/gu, '')
  const bare = inside.replace(source, '')
  if (bare !== inside && /\p{L}/u.test(bare) && !/[.!?]$/.test(bare)) return true
  if (isBylineLine(bare, names) || staff.test(bare)) return true
  const [, outlet = bare, people = ''] = /^([^()]{2,30}) \(([^()]{4,80})\)$/u.exec(line) ?? []
  if (people !== '' && (known.has(keyOf(outlet)) || isAgency(outlet)) && people.split(', ').every(hasNameShape))
    return true
  const parts = bare.split(/\s*[/,|]\s*/)
  return (
    parts.length > 1 &&
    parts.every((part) => /^\p{Lu}/u.test(part) || isAgency(part)) &&
    parts.some((part) => known.has(keyOf(part)) || isAgency(part))
  )
}
