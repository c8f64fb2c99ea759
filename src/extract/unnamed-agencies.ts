/** What houses print where they name no agency, by the name we show. */
const names: readonly (readonly [name: string, words: string])[] = [
  ['agencies', '(?:the )?(?:news |wire )?agencies'],
  ['agences', '(?:les )?agences(?: de presse)?'],
  ['Agenturen', '(?:nachrichten)?agenturen'],
  ['agencias', '(?:las )?agencias(?: de noticias)?'],
  ['وكالات', '(?:ال)?وكالات(?: (?:ال)?أنباء)?'],
]

const before = '(?:(?:source|sources|with|avec|mit|con|from|مع|المصدر|by|par|por|von)\\s*:?\\s*)?'
/** `عواصم ـ وكالات` */
const place = '(?:[\\p{L} ]{2,30}\\s*[-–—ـ/:،,]\\s*)?'
const readers = names.map(
  ([name, words]) =>
    [name, new RegExp(`^[\\s([–—-]*${name === 'وكالات' ? place : ''}${before}${words}[\\s)\\].]*$`, 'iu')] as const,
)

/**
 * The name for agencies that a line credits without saying which (`Agencies`, `avec agences`, `وكالات`), when it says nothing else: whoever prints
 * that did not report it. A house that names itself beside them (`Staff and agencies`) may have.
 */
export function unnamedAgencies(line: string): string | undefined {
  return line.length > 60 ? undefined : readers.find(([, pattern]) => pattern.test(line))?.[0]
}
