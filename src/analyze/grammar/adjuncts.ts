import type { Token } from './parse.ts'

/** Words between a subject and its verb. */
export const BETWEEN: ReadonlySet<string> = new Set(
  `also later then now again further initially originally previously earlier recently reportedly repeatedly once even still
  just simply flatly bluntly only finally eventually famously never always often probably himself herself themselves not
  since long privately publicly surveyed polled interviewed overall alike
  meanwhile however has have had 's 've 'd was is were been be being would will could should may might must can did does do
  to`
    .split(/\s+/)
    .filter(Boolean),
)
/** Prepositions of what is between a subject and its verb: `Ms Roe in an interview said`. */
export const ADJUNCT = /^(?:in|on|at|during|amid|with|without|by|from|under|via|through|despite|over|to)$/
const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|weeks?|months?|years?|days?|hours?|weekend|morning|afternoon|evening|night|january|february|march|april|june|july|august|september|october|november|december|(?:19|20)\d\d)$/
const BEFORE_TIME =
  /^(?:last|this|that|earlier|late|early|later|the|same|past|previous|following|few|on|in|over|during|than|less|more)$/

/** `Sunday`, `week`, `2013`: names a time, so never who speaks. */
export function isTime({ lower }: Token): boolean {
  return TIME.test(lower)
}

/** A word of a time, or one that leads to it: `late last`. */
export function isTimeWord({ lower, pos }: Token): boolean {
  return pos === 'NUM' || TIME.test(lower) || BEFORE_TIME.test(lower)
}

const OPENS_SUBORDINATE = /^(?:as|when|while|if|after|before|although|though|because|since|once|asked|until|given)$/

/** `When X arrived, …`, `Hours after X arrived, …` */
export function opensSubordinate(tokens: readonly Token[], start: number): boolean {
  if (OPENS_SUBORDINATE.test(tokens[start]?.lower ?? '')) return true
  for (let at = start + 1; at < start + 4; at++)
    if (/^(?:after|before)$/.test(tokens[at]?.lower ?? '')) return SHORTLY.test(tokens[at - 1]?.lower ?? '')
  return false
}

const SHORTLY =
  /^(?:hours?|minutes?|moments?|seconds?|days?|weeks?|months?|years?|decades?|shortly|soon|immediately|just|right|even|long|only|not)$/

/** The place of `when` in `Earlier this year, when the bridge fell, the mayor …`; 0 where there is none. */
export function clauseBehindLeadIn(tokens: readonly Token[]): number {
  const comma = tokens.slice(0, 6).findIndex(({ text, isQuoted }) => text === ',' && !isQuoted)
  const leads = tokens.slice(0, Math.max(0, comma))
  const isLoose = leads.every(({ pos, isQuoted }) => !isQuoted && !/^(?:VERB|AUX|PRON)$/.test(pos))
  return comma > 0 && isLoose && /^(?:when|while|after|as)$/.test(tokens[comma + 1]?.lower ?? '') ? comma + 1 : 0
}
