import { attributionFloor, type Quote } from '../core/quote.ts'
import { askWords, foldWord, stemOf } from './ask-words.ts'
import { isMisspelling } from './misspellings.ts'
import type { Passage, PreparedArticle } from './passages.ts'
import type { Question } from './question.ts'
import { synonymStems } from './synonyms.ts'

/** How many characters around a name may describe the person: `Lee's attorney, Ruth Friedman`, `Ross, the commerce secretary`. */
const besideName = 50

/** True when the speaker is known with enough confidence. */
export function isAttributed({ speaker, confidence, pattern }: Quote): boolean {
  return speaker !== undefined && pattern !== 'none' && confidence >= attributionFloor
}

/**
 * True when the quotation is, with enough confidence, by the speaker the question names, or by somebody with that role written next to the
 * name.
 */
export function isBy(quote: Quote, { speaker: asked, terms }: Question, { article }: Passage): boolean {
  if (!asked || !quote.speaker || !isAttributed(quote)) return false
  const words = quote.speaker.name.split(/[\s-]+/).map(foldWord)
  const mayBeSlip = (word: string) => terms.some(({ text, isUnknown }) => text === word && isUnknown)
  const has = (word: string) => words.some((other) => other === word || (mayBeSlip(word) && isMisspelling(other, word)))
  const { name, role } = asked
  if (name.length > 0) {
    const last = name.at(-1) as string
    if (has(last) && (name.length === 1 || words.length === 1 || name.filter(has).length >= 2)) return true
  }
  const wanted = role.length > 0 ? role : name
  const [head] = wanted.slice(-1)
  if (head === undefined || quote.speaker.kind === 'place') return false
  const roles = rolesOf(quote.speaker.id, article)
  const isRole = (word: string) => isAmong(word, roles) || has(word)
  return isRole(head) && wanted.filter(isRole).length >= wanted.length / 2
}

function isAmong(word: string, roles: ReadonlySet<string>): boolean {
  const stem = stemOf(word)
  if (roles.has(stem)) return true
  // `spokesman`, `spokeswoman` and `spokesperson` are one role.
  const neutral = stem.replace(/(?:man|woman|person)$/, '')
  if (neutral !== stem && neutral.length > 3)
    return [...roles].some((one) => one.replace(/(?:man|woman|person)$/, '') === neutral)
  return [...synonymStems(stem)].some(([kin, worth]) => worth > 0.5 && roles.has(kin))
}

const known = new WeakMap<PreparedArticle, Map<string, ReadonlySet<string>>>()

/** Stems of the words an article writes next to a person's name: before it, or after a comma. */
function rolesOf(id: string, text: PreparedArticle): ReadonlySet<string> {
  const ofText = known.get(text) ?? new Map<string, ReadonlySet<string>>()
  known.set(text, ofText)
  const found = ofText.get(id)
  if (found) return found
  const { document, annotations } = text.article
  const stems = new Set<string>()
  for (const { entity, role, form, span } of annotations.mentions?.items ?? []) {
    if (entity.id !== id || form === 'pronoun') continue
    const before = document.text.slice(Math.max(0, span.start - besideName), span.start)
    const after = document.text.slice(span.end, span.end + besideName)
    const parts = [
      before.slice(Math.max(...[...'.;:"“”\n!?'].map((mark) => before.lastIndexOf(mark))) + 1),
      /^,\s*([^,.;:"“”\n]*)/.exec(after)?.[1] ?? '',
      role === undefined ? '' : document.text.slice(role.start, role.end),
      form === 'role' ? document.text.slice(span.start, span.end) : '',
    ]
    for (const { stem } of parts.flatMap((part) => askWords(part))) stems.add(stem)
  }
  ofText.set(id, stems)
  return stems
}
