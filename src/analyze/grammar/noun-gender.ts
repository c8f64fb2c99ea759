import type { Mention } from '../../core/annotation.ts'
import { nth } from '../../core/nth.ts'
import type { Gender, PeopleBook } from '../names/people.ts'
import type { ParsedSentence, Token } from './parse.ts'

const SHE =
  /^(?:(?:step|grand|god)?(?:mother|daughter)|wife|sister|widow|aunt|niece|girlfriend|fiancée|actress|queen|princess|duchess|nun|girl|woman|waitress|heiress|headmistress|landlady|\p{L}+woman)$/u
const HE =
  /^(?:(?:step|grand|god)?(?:father|son)|husband|brother|widower|uncle|nephew|boyfriend|fiancé|king|prince|duke|monk|boy|man|headmaster|(?:spokes|chair|business|congress|council|assembly|police|fisher|sales|camera|states|clergy|crafts|fire|gun|gentle|noble)man)$/

/** The gender of whom a noun means: `wife`, `spokesman`. */
export function genderOfNoun(lower: string): Gender | undefined {
  return SHE.test(lower) ? 'f' : HE.test(lower) ? 'm' : undefined
}

/**
 * Lets a noun beside a name tell what the given name does not: `his wife, Moira`, `spokesman Alex Poe`, `Moira Tate, his sister,`. What a title
 * or a list of names has told stays.
 */
export function learnGenders(
  sentences: readonly ParsedSentence[],
  names: readonly Mention[],
  { byId }: PeopleBook,
): void {
  let next = 0
  for (const { tokens, end } of sentences) {
    for (; next < names.length && nth(names, next).span.start < end; next++) {
      const { span, kind, entity } = nth(names, next)
      const person = kind === 'person' ? byId.get(entity.id) : undefined
      if (!person || person.gender) continue
      const gender = genderBefore(tokens, span.start) ?? genderBehind(tokens, span.end)
      if (gender) person.gender = gender
    }
  }
}

function genderBefore(tokens: readonly Token[], start: number): Gender | undefined {
  const at = tokens.findLastIndex((token) => token.end <= start)
  const noun = tokens[at]?.text === ',' ? tokens[at - 1] : tokens[at]
  return noun && !noun.isQuoted ? genderOfNoun(noun.lower) : undefined
}

/** `, his sister,`, `, a Boston businessman who`: a few words and the noun, before a sign, `of` or `who`. */
function genderBehind(tokens: readonly Token[], end: number): Gender | undefined {
  const comma = tokens.findIndex((token) => token.start >= end)
  if (tokens[comma]?.text !== ',' || !/^(?:an?|the|his|her|their|its)$/.test(tokens[comma + 1]?.lower ?? ''))
    return undefined
  for (let at = comma + 2; at < comma + 6; at++) {
    const token = tokens[at]
    if (!token || token.isQuoted || !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(token.pos)) return undefined
    const gender = genderOfNoun(token.lower)
    if (gender && /^(?:[,.;]|of|who|whose|and)$/.test(tokens[at + 1]?.lower ?? '.')) return gender
  }
  return undefined
}
