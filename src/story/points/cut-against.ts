import type { Word } from '../words.ts'

/** Words of somebody as a text has them; `key` in lower case with a space around each. */
export type Spoken = {
  readonly key: string
  readonly words: readonly Word[]
  readonly wording: { readonly citation: { readonly exact: string } }
}

/** What stands in front of a part, in its own sentence, and makes it say something else alone: a denial, a condition, another who says so. */
const TURNS_BEFORE = new RegExp(
  `(?<![\\p{L}])(?:${[
    "not|never|nobody|none|no one|cannot|without|far from|instead of|\\p{L}+n['’]t|if|unless|whether|imagine|suppose",
    '(?:they|people|some|many|critics|opponents|he|she|you|who(?:ever)?|those|nobody|others|the \\p{L}+)(?: \\p{L}+){0,3} (?:say|says|said|saying|claims?|claimed|thinks?|believes?|calls?|tells?|told|pretends?|alleges?|suggests?|wrote)',
    "pas|jamais|aucune?|nullement|sans|si|qu[’']on dise|(?:ils?|elles?|on|certains|mes adversaires)(?: \\p{L}+){0,2} (?:dit|disent|prétend\\p{L}*|affirme\\p{L}*|croi\\p{L}+)",
    'nicht|kein\\p{L}*|nie|niemals|ohne|wenn|falls|ob|(?:sie|er|man|manche)(?: \\p{L}+){0,2} (?:sag\\p{L}+|behaupte\\p{L}+|glaub\\p{L}+)|(?:sagen|behaupten|glauben) (?:sie|manche|viele)',
    'no|nunca|jamás|nadie|sin|si|(?:ellos|algunos|mis adversarios|él|ella)? ?(?:dicen|afirman|pretenden|creen|dice que)',
    'لم|لن|لا|ليس|ليست|لست|دون|بدون|غير|إذا|لو|يقولون|يزعمون|يدعون|يزعم|تزعم',
  ].join('|')})(?![\\p{L}])`,
  'iu',
)
/** Denials that deny nothing of what follows. */
const IDLE =
  /(?<!\p{L})(?:(?:no|without(?: a| any)?|beyond) (?:doubt|question|secret)|not (?:only|just|merely|simply)|no longer|no wonder|never forget|sans (?:aucun )?doute|pas seulement|kein(?:en)? zweifel|ohne zweifel|nicht nur|sin duda|no cabe duda|no s[oó]lo|لا شك|بلا شك|ليس فقط)(?!\p{L})/giu
/** `No, the bridge is safe.` */
const ANSWERED = /^[\s“"«‘']*(?:no|non|nein|لا|never|jamais|nunca)\s*[,،.!–—]\s*/iu
const NEW_CLAUSE = /[.;:!?؟؛…–—]|[,،]?\s(?:but|mais|aber|sondern|pero|sino|لكن|بل|ولكن)\s/giu
const TURNS_AFTER =
  /^[\s”’"»,،]*(?:(?:is|was|are|were|would be)(?: \p{L}+)? (?:a lie|lies|false|untrue|nonsense|wrong|not|what (?:they|he|she|my|people|some))|(?:they|he|she|people|some) (?:say|said|says|claims?|claimed)|est (?:faux|un mensonge)|c[’']est (?:faux|un mensonge)|ist (?:falsch|gelogen|eine lüge)|es (?:falso|mentira)|(?:كذب|غير صحيح))(?!\p{L})/iu
/** The words of somebody else within the speech: `He told me, ‘sink it.’` */
const NESTED = /[“"«„‘]\s*$/u
const OWN = /(?<!\p{L})(?:i|we|je|nous|ich|wir)(?!\p{L})[^.!?]{0,40}[“"«„‘]\s*$/iu

/** The same words may stand in a speech so often. */
const MOST = 4

/**
 * Whether a wording is a part of another that says something else when it stands alone: `the bridge is safe` of `I did not say the bridge is
 * safe`. Wherever the part stands in the whole, it must be so.
 */
export function isCutAgainst(part: Spoken, whole: Spoken): boolean {
  if (part.key === whole.key || part.words.length === 0) return false
  const { exact } = whole.wording.citation
  let found = 0
  for (let at = whole.key.indexOf(part.key); at >= 0 && found < MOST; at = whole.key.indexOf(part.key, at + 1)) {
    found++
    const first = whole.key.slice(0, at).split(' ').length - 1
    const [from, to] = [whole.words[first], whole.words[first + part.words.length - 1]]
    if (!from || !to || !isTurnedIn(exact.slice(0, from.span.start), exact.slice(to.span.end))) return false
  }
  return found > 0
}

function isTurnedIn(before: string, after: string): boolean {
  const clause = before.split(NEW_CLAUSE).at(-1)?.replace(ANSWERED, '').replace(IDLE, '') ?? ''
  if (NESTED.test(before)) return !OWN.test(before)
  return TURNS_BEFORE.test(clause) || TURNS_AFTER.test(after)
}
