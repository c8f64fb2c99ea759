import { givenName } from '../../../core/names/first-names.ts'
import type { Span } from '../../../core/span.ts'
import type { ReportWords } from '../../../languages/quotation-words.ts'
import { elidable, oncePerLanguage, oneOf, word } from '../../word-patterns.ts'

/** Between a verb and a name: the name depends on other words in any language. */
const BEHIND_COMMA = /^\s*,/

/** The patterns of the clauses in which a language with subjects before or behind their verb reports speech. */
export const reportPatterns = oncePerLanguage((words: ReportWords) => {
  const { verbs, verbShape, inverted, accordingTo, accordingAfter, clitics, determiners, possessives } = words
  const { he, she, reflexive, impersonal, droppedSubject, objectRelatives, and } = words
  const pronoun = `(?:${oneOf(reflexive)}\\s+)?(?:${oneOf(he)}|${oneOf(she)})`
  const noSubject = `\\s*(?:[.,;:—–)]|$)|\\s+${oneOf(droppedSubject)}(?!\\p{L})`
  const nounPhrase = `\\s+(?:${oneOf(he)}(?!\\p{L})|${oneOf(she)}(?!\\p{L})|${elidable(determiners)}|${oneOf(words.honorifics)}(?!\\p{L})|\\p{Lu})`
  const ownPhrase = `${oneOf(determiners)}\\s?\\p{L}+`
  return {
    /** A report right behind a quotation; its groups say what it is known by. */
    after: new RegExp(
      `^(?<sign>[\\s,–—-]{0,4})(?:${oneOf(clitics)} )?(?:(?<inverted>${oneOf(inverted)})(?![\\p{L}-])|(?<according>${accordingTo})(?!\\p{L})|(?<verb>${verbs})(?![\\p{L}-])|(?<shape>${oneOf(verbShape)})(?=${nounPhrase}${droppedSubject ? `|${noSubject}` : ''}))`,
      'du',
    ),
    verb: new RegExp(`(?<![\\p{L}’'-])(?:(?<inverted>${oneOf(inverted)})|${verbs})(?![\\p{L}-])`, 'gdiu'),
    according: new RegExp(
      `(?<![\\p{L}])(?:(?<to>${accordingTo})\\s|(?<after>${oneOf(accordingAfter)})(?!\\p{L}))`,
      'gdiu',
    ),
    isPurpose: new RegExp(`^${oneOf(words.purpose)}$`, 'iu'),
    isSourceFollowing: new RegExp(`^${oneOf(words.sourceFollows)}$`, 'iu'),
    isInfinitive: new RegExp(`^${oneOf(words.infinitives)}$`, 'u'),
    startsWithPronoun: new RegExp(`^\\s+${pronoun}(?!\\p{L})`, 'iu'),
    endsWithPronoun: new RegExp(`(?<!\\p{L})${pronoun}\\s+(?:\\p{Ll}+\\s+)?$`, 'iu'),
    startsImpersonal: new RegExp(`^\\s+${oneOf(impersonal)}(?!\\p{L})`, 'iu'),
    endsImpersonal: new RegExp(`(?<!\\p{L})${oneOf(impersonal)}\\s+(?:\\p{Ll}+\\s+)?$`, 'iu'),
    /** Behind a verb that may be without its subject, where it is. */
    hasNoSubject: droppedSubject ? new RegExp(`^(?:${noSubject})`, 'u') : undefined,
    endsWithPrefix: new RegExp(` ${oneOf(words.separablePrefixes)}$`, 'u'),
    isLedIn: new RegExp(`^[\\s,.]*(?:${oneOf(words.leadIns)}\\s+)?\\s*$`, 'iu'),
    setsAside: new RegExp(`^[^\\p{L}]*${oneOf(words.concessions)}`, 'u'),
    /** `X, que Picasso a qualifié`, `X, dont la mère a parlé`: X is what the clause is about, not who speaks in it. */
    isObjectOf: new RegExp(
      `^,?\\s${oneOf(objectRelatives)}\\s?(?!${oneOf(words.days)}(?!\\p{L}))(?:${ownPhrase}|\\p{Lu}\\p{L}+)(?:\\s[^,;:]{0,40})?$`,
      'u',
    ),
    /** `Según contó X a la cadena, su marido le dijo` */
    isOwnSubject: new RegExp(`,\\s(?:${oneOf(and)}\\s)?${ownPhrase}(?:\\s[^,;:]{0,40})?$`, 'u'),
    /** `X, qui a déclaré`, `junto a X, quien dijo`: whoever comes right before says it, also within another phrase. */
    isWho: new RegExp(`^,?\\s+${oneOf(words.subjectRelatives)}\\s+(?:[^,;:.]{1,24}\\s)?$`, 'u'),
    endsWithNot: new RegExp(`(?<!\\p{L})${oneOf(words.butNot)}\\s+$`, 'u'),
    /** `a confié le maire à son adjointe X` */
    isHearer: new RegExp(`${word(words.toHearer)}\\s+${oneOf(possessives)}\\s+[\\p{L}-]+\\s+$`, 'u'),
    endsWithPossessive: new RegExp(`(?<!\\p{L})${oneOf(possessives)}\\s*$`, 'iu'),
    saysI: new RegExp(elidable(words.firstPerson), 'iu'),
    endsBeforeTitle: new RegExp(`(?<![\\p{L}])${oneOf(words.beforeTitles)}\\s*$`, 'iu'),
    he: pronounPlaces(he, reflexive),
    she: pronounPlaces(she, reflexive),
    isDependent: (between: string): boolean =>
      BEHIND_COMMA.test(between) || words.dependentName?.test(between) === true,
  }
})

type ReportPatterns = ReturnType<typeof reportPatterns>

/** Whether the verb that ends at an offset of a clause is in a part that is set aside before the quotation. */
export function isSetAside({ setsAside }: ReportPatterns, clause: string, verbEnd: number): boolean {
  return setsAside.test(clause) && /[,،]/.test(clause.slice(verbEnd))
}

/** Whether the words between a name and a verb, and those behind it, give the verb another subject than the name. */
export function hasOwnSubject(
  { isObjectOf, isOwnSubject }: ReportPatterns,
  { otherSubject, subjectBehind }: ReportWords,
  between: string,
  behind: string,
): boolean {
  if (isObjectOf.test(between.trimEnd()) || otherSubject?.test(between)) return true
  if (!between.includes(',')) return false
  return isOwnSubject.test(between.trimEnd()) || (subjectBehind?.test(behind) === true && !/,\s*$/.test(between))
}

export function isWho({ isWho: who, isObjectOf }: ReportPatterns, between: string): boolean {
  return who.test(between) && !isObjectOf.test(between.trimEnd())
}

/** Where the pronoun of a verb may be: in it (`a-t-elle répliqué`), behind it (`sagte sie`), before it (`él dijo`). */
function pronounPlaces(pronouns: string | undefined, reflexive: string | undefined) {
  return {
    within: new RegExp(`-(?:t-)?${oneOf(pronouns)}(?!\\p{L})`, 'u'),
    behind: new RegExp(`^\\s+(?:${oneOf(reflexive)}\\s+)?${oneOf(pronouns)}(?!\\p{L})`, 'u'),
    before: new RegExp(`(?<!\\p{L})${oneOf(pronouns)}\\s+(?:\\p{Ll}+\\s+)?$`, 'iu'),
  }
}

/** Whether the pronoun at a verb cannot mean a person, by the given name. */
export function isOfOtherGender(
  { he, she }: ReportPatterns,
  text: string,
  { start, end }: Span,
  name: string,
): boolean {
  const gender = givenName(name.split(' ', 1)[0] ?? '')
  if (gender !== 'm' && gender !== 'f') return false
  const isNear = ({ within, behind, before }: typeof he): boolean =>
    within.test(text.slice(start, end)) ||
    behind.test(text.slice(end, end + 16)) ||
    before.test(text.slice(Math.max(0, start - 24), start))
  return gender === 'm' ? isNear(she) && !isNear(he) : isNear(he) && !isNear(she)
}
