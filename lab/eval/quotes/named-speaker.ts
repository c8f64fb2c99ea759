import type { Quote } from '../../../src/core/quote.ts'

type Pair = readonly [number, number]

/** Words before a name, and the party behind it, that name nobody by themselves. */
const NO_NAME =
  /^(?:the|a|an|dr|mr|mrs|ms|miss|sir|dame|lord|lady|judge|justice|professor|prof|general|gen|lt|col|maj|capt|cmdr|adm|sgt|det|officer|sheriff|commander|president|vice|prime|minister|secretary|senator|sen|rep|representative|congressman|congresswoman|gov|governor|mayor|del|supt|rev|fr|atty|attorney|chief|director|chairman|chairwoman|chair|speaker|leader|state|us|u\.s|democrat|democratic|republican|[rdi]-\S+|jr|sr|ii|iii)$/i

/** The words of a source up to its first comma, bracket or relative clause: what follows only describes it. */
function headPhrase(words: string): readonly string[] {
  const [head = ''] = words.split(/[,(–—]| (?:who|which|that|of|from|at|in|by|for|with|on|and) /)
  return (
    head
      .replaceAll('’', "'")
      .match(/[\p{L}\d][\p{L}\d'.-]*/gu)
      ?.map((word) => word.replace(/\.$/, '')) ?? []
  )
}

/** The name at the end of a source, without titles; empty when its head is a common noun or a pronoun. */
export function namedBy(words: string): readonly string[] {
  const head = headPhrase(words)
  const name: string[] = []
  for (const word of head.toReversed()) {
    const bare = word.replace(/'s$/, '')
    if (NO_NAME.test(bare) && name.length === 0) continue
    if (!/^\p{Lu}/u.test(bare) || NO_NAME.test(bare)) break
    name.unshift(bare.toLowerCase())
  }
  return head.length > 0 && /^\p{Lu}|^[rdi]-/iu.test(head.at(-1) ?? '') ? name : []
}

/**
 * Whether a quotation has the right name: the surname (or the last word of an organization) of the source in the key, and no given name
 * that contradicts it. Undefined when the key names nobody there: a role, or a pronoun.
 */
export function hasRightName(text: string, gold: readonly Pair[], quote: Quote): boolean | undefined {
  const isPronoun = gold.some(([start, end]) =>
    /^(?:s?he|they|it|we|i|who|you|himself|herself)$/i.test(text.slice(start, end)),
  )
  if (isPronoun) return undefined
  const names = gold.map(([start, end]) => namedBy(text.slice(start, end))).filter((name) => name.length > 0)
  if (names.length === 0) return undefined
  const { speaker, source } = quote
  const said = speaker?.name ?? (source ? text.slice(source.start, source.end) : '')
  const ours = namedBy(said)
  return names.some((name) => ours.at(-1) === name.at(-1) || name.join(' ').endsWith(ours.join(' ') || '-'))
}
