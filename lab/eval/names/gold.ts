import { demonyms, nameTitles, occupations, roleNouns } from '../../../src/analyze/names/role-words.ts'

/** A name in a text: `head` is where its last word begins. Offsets in UTF-16 units. */
export type GoldName = {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly head: number
  /** A person inside the name of something else, such as `Jane Roe` of `Jane Roe Museum`: counted on neither side. */
  readonly isPartOfName?: boolean
}

/** An article of GUM with its nested entity spans, common nouns and pronouns among them. */
export type GumArticle = {
  readonly id: string
  readonly title: string
  readonly date: string
  readonly text: string
  readonly sentences: readonly { readonly start: number }[]
  readonly entities: readonly GumEntity[]
}

type GumEntity = {
  readonly eid: string
  readonly type: string
  readonly start: number
  readonly end: number
  readonly wiki: string | null
}

type Word = { readonly text: string; readonly start: number; readonly end: number }

const PARTICLE = /^(?:van|von|der|de|la|al|bin|ibn|da|di|del|dos|le|el|ter|ben|du|den|of)$/
const NAME_WORD = /^(?:\p{Lu}|al-\p{Lu}|el-\p{Lu}|d[’']\p{Lu})/u

/**
 * The named spans of an article. A span is named when, without the spans of other entities inside it (`US` of `US
 * President Jane Roe`) and without titles, trades, nationalities and pronouns, a run of capitalized words is left; that
 * run is the name. One word alone is a name when a longer name of its entity, or the title of its link, holds it; else
 * when it is somewhere inside a sentence, with no article before it, is no plural and is nowhere written small.
 */
export function namedSpans(article: GumArticle): GoldName[] {
  const { entities, text } = article
  const starts = new Set(article.sentences.map(({ start }) => start))
  const smallWords = new Set(text.match(/(?<!\p{L})\p{Ll}[\p{L}-]+/gu))
  const runs = entities.map((entity) => ({ entity, run: nameRun(article, entity) }))
  const longer = new Map<string, Set<string>>()
  for (const { entity, run } of runs) {
    const words = longer.get(entity.eid) ?? new Set()
    longer.set(entity.eid, words)
    for (const word of [...(run.length > 1 ? run.map((each) => each.text) : []), ...linkWords(entity)]) words.add(word)
  }
  for (const { entity, run } of runs) {
    const only = run.length === 1 ? (run[0] as Word) : undefined
    if (only && isNameAlone(article, entity, only, starts, smallWords)) longer.get(entity.eid)?.add(only.text)
  }
  const found = new Map<string, GoldName>()
  for (const { entity, run } of runs) {
    const [first] = run
    const last = run.at(-1)
    if (!first || !last) continue
    if (run.length === 1 && !longer.get(entity.eid)?.has(first.text)) continue
    const key = `${first.start}-${last.end}`
    if (found.has(key)) continue
    const name = { type: entity.type, start: first.start, end: last.end, head: last.start }
    found.set(key, isPartOfName(article, entity, name) ? { ...name, isPartOfName: true } : name)
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}

/** After these a span tells more of what it has named. */
const END = /^(?:[,(:;]|of|in|on|at|for|from|to|with|by|and|who|whose|that|which)$/

function isPartOfName({ text, entities }: GumArticle, { eid, type }: GumEntity, { start, end }: GoldName): boolean {
  const next = /^(?:[’']s)?[ -]\p{Lu}[\p{L}-]*/u.exec(text.slice(end, end + 40))
  if (type !== 'person' || !next) return false
  const isInside = (each: GumEntity): boolean => each.start <= start && each.end >= end + next[0].length
  return entities.some((each) => each.eid !== eid && each.type !== 'person' && isInside(each))
}

function isNameAlone(
  { text }: GumArticle,
  entity: GumEntity,
  { text: word, start }: Word,
  starts: ReadonlySet<number>,
  smallWords: ReadonlySet<string>,
): boolean {
  const isArticled = /\b(?:the|a|an|some|many|two|other|all)\s+$/iu.test(text.slice(entity.start, start))
  return !isArticled && !smallWords.has(word.toLowerCase()) && !/[a-z]s$|\d/.test(word) && !starts.has(start)
}

/** The words of a link's title; a title of one word can be a common noun (`Physicist`). */
function linkWords({ wiki }: GumEntity): string[] {
  const words = wiki?.split(/[_ ]/) ?? []
  return words.length > 1 ? words : []
}

/**
 * The run of capitalized words that belongs to the span itself, from the first word of its link on: the last one before
 * a comma or a preposition (`English captain Jane Roe of Leeds`).
 */
function nameRun({ text, entities }: GumArticle, entity: GumEntity): Word[] {
  const inner = entities.filter(
    ({ eid, start, end }) =>
      eid !== entity.eid && start >= entity.start && end <= entity.end && end - start < entity.end - entity.start,
  )
  const isMasked = ({ start, end }: Word): boolean => inner.some((each) => each.start <= start && each.end >= end)
  let run: Word[] = []
  let isOpen = false
  for (const word of wordsIn(text, entity.start, entity.end)) {
    const isName = NAME_WORD.test(word.text) && !isMasked(word) && !(entity.type === 'person' && isRole(word.text))
    if (isName || (isOpen && (PARTICLE.test(word.text) || word.text === '.'))) {
      run = isOpen ? [...run, word] : [word]
      isOpen = true
    } else if (run.length > 0 && END.test(word.text)) break
    else isOpen = false
  }
  while (run.length > 0 && !NAME_WORD.test((run.at(-1) as Word).text)) run.pop()
  const linked = run.findIndex(({ text: word }) => word === linkWords(entity)[0])
  return run.slice(Math.max(0, linked)).filter(({ text: word }) => word !== '.')
}

function isRole(word: string): boolean {
  const lower = word.toLowerCase()
  const isList = nameTitles.has(lower) || roleNouns.has(lower) || occupations.has(lower) || demonyms.has(lower)
  return isList || NO_NAME.test(lower)
}

/** Pronouns, and words of offices that no list of the analyzers has. */
const NO_NAME =
  /^(?:i|you|he|she|it|we|they|my|your|his|her|its|our|their|him|me|us|one|those|these|this|that|which|who|someone|[a-z]+[’'](?:m|s|ve|re|ll|d)|the|an?|interviewee|former|acting|deputy|senior|executive|emeritus|administrator|assistant|shadow|high|state|senate|team|member)$/

function wordsIn(text: string, from: number, to: number): Word[] {
  return [...text.slice(from, to).matchAll(/[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*|[^\s]/gu)].map((match) => {
    const word = match[0].replace(/[’']s$/u, '')
    return { text: word, start: from + match.index, end: from + match.index + word.length }
  })
}
