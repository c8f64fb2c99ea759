import { givenName } from '../../core/names/first-names.ts'
import { nth } from '../../core/nth.ts'

const particle = /^(?:de|del|della|der|den|van|von|vom|zu|la|le|du|da|dos|di|el|al|bin|ibn|ben|ter|ten|y|e)$/u
const nameWord = /^(?:\p{Lu}[\p{L}’'.-]*|(?:d|l|o)[’']\p{Lu}\p{L}+)$/u
/** Letters after a name: degrees, honors. */
const letters =
  /(?:,?\s+\(?(?:[A-Z]{2,6}|Ph\.?D\.?|M\.?D\.?|M\.?A\.?|M\.?S\.?c?\.?|B\.?A\.?|B\.?S\.?c?\.?|R\.?D\.?N?\.?|R\.?N\.?|D\.?V\.?M\.?|J\.?D\.?|Esq\.?|Jr\.?|Sr\.?|I{2,3}|CFP®?|CPA|OBE|MBE)\)?)+$/u
/** Words of headings, menus and organizations, which no name contains. */
const notInName =
  /\b(?:the|and|or|for|with|your|our|my|to|of|in|on|at|is|how|what|why|when|top|guide|tips|blog|posts?|articles?|about|contact|menu|read|more|view|see|all|by|click|get|shop|watch|listen|follow|email|newsletter|podcasts?|videos?|media|team|staff|editors?|editorial|desk|group|company|inc|llc|ltd|agency|services?|solutions?|university|college|school|hospital|institute|department|center|centre|council|foundation|society|association|magazine|journal|daily|insights?|resources?|reviews?|updates?|trends?|technology|entertainment|privacy|policy|terms|cookies?|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|minutes?|mins?|hours?|ago|updated|published)\b/iu

/** A name without the letters after it: `Ann Lee` for `Ann Lee, MS, RD`. */
export function withoutLetters(name: string): string {
  return name.replace(letters, '')
}

/** Words of menus that are also surnames: they need a given name beside them. */
const doubtful =
  /\b(?:best|new|news|home|free|post|times|world|city|street|save|sign|print|share|press|price|day|days|learn|log|photo|sport|life|summer|winter|spring|business|marketing|digital|travel|finance|health|politics|culture|opinion|education|lifestyle|photos|sports)\b/iu

/** True when a text has the form of one person's full name: two to five capitalized words, none of them a heading's. */
export function hasNameShape(text: string): boolean {
  const bare = withoutLetters(text.replace(/^(?:dr|prof|mr|mrs|ms|sir|dame|rev)\.?\s+/iu, ''))
  const words = bare.split(' ')
  if (words.length < 2 || words.length > 5 || bare.length > 50 || notInName.test(bare)) return false
  const isWithin = nameWord.test(nth(words, 0)) && nameWord.test(nth(words, words.length - 1))
  return isWithin && words.every((word) => nameWord.test(word) || particle.test(word))
}

/** True for the form of a name where nothing else marks it as one. */
export function looksLikeName(text: string): boolean {
  return hasNameShape(text) && (!doubtful.test(text) || hasGivenName(text))
}

/** True when its first word is a known given name. */
export function hasGivenName(text: string): boolean {
  return givenName(text.split(' ')[0] ?? '') !== undefined
}

/** An account name, never printed for readers: `jsmith`, `ann.lee`, `page.author`, `site-admin2`. */
export function isAccount(name: string): boolean {
  return /^[\x21-\x7e]+$/.test(name) && (/[._@\d]/.test(name) || /^[a-z-]+$/.test(name))
}

/** An account's or organization's name written as one word, rather than a person's: `KatieS`, `DailyPost`. */
export function isHandle(name: string): boolean {
  return isAccount(name) || /^[A-Z][a-z]+(?:[A-Z][a-z]*)+$/.test(name)
}
