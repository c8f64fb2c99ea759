import { keyOf } from '../words.ts'

const dateline =
  /^(\p{Lu}[\p{L}.'’-]*(?:[ /]\p{Lu}[\p{L}.'’-]*){0,3})(?:,[^.!?\n()]{1,40}\.?[^.!?\n()]{0,12})?\s*\((\p{Lu}{2,6})\)\s*[-–—]\s/u
const staff =
  /^(?:by\s+)?(\p{Lu}{2,6})\s+(?:staff|reporters?|writers?|correspondents?)(?:\s+(?:writers?|reporters?))?$/u
const fullName = /^(?:the\s+)?((?:\p{Lu}[\p{L}.'’-]+\s+){1,4}(?:Press|News) Agency)$/iu

/** `Harrisburg (PA) –` gives a town's state. */
const states = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA ' +
    'RI SC SD TN TX UT VT VA WA WV WI WY DC'
  ).split(' '),
)

/** The initials in a dateline, such as `RNX` in `OLD FORD (RNX) –`, when they do not abbreviate the words before. */
export function initialsInDateline(block: string): string | undefined {
  const [, place = '', initials] = dateline.exec(block) ?? []
  if (initials === undefined || states.has(initials) || /^the\s/i.test(place)) return undefined
  return initialsOf(place) === initials ? undefined : initials
}

/** The initials in a byline such as `By RNX staff`. */
export function initialsInByline(byline: string): string | undefined {
  return staff.exec(byline.trim())?.[1]
}

/** A line of only two to six capitals, which may be an agency. */
export function bareInitials(line: string): string | undefined {
  return /^(?:by\s+)?(\p{Lu}{2,6})$/iu.test(line.trim()) ? /(\p{Lu}{2,6})$/u.exec(line.trim())?.[1] : undefined
}

/** `RPA` for `Ruritania Press Agency`: outlets print either, and both are one agency. Other names stay unchanged. */
export function shortAgencyName(name: string): string {
  const words = fullName.exec(name.trim())?.[1]
  return words === undefined ? name : initialsOf(words)
}

/** True when an agency's name is that of the site: `RNX` for `RNX`, `RNX Fox 2` or `Ruritania News Express`. */
export function isNameOfSite(agency: string, siteNames: readonly string[]): boolean {
  const key = keyOf(agency)
  return siteNames.some((site) => {
    const words = keyOf(site).split(' ')
    return (
      words.join(' ') === key || (/^\p{Lu}{2,6}$/u.test(agency) && (words.includes(key) || initialsOf(site) === agency))
    )
  })
}

function initialsOf(words: string): string {
  return words
    .split(/[\s-]+/)
    .filter((word) => !/^(?:of|the|and|for|in)$/i.test(word))
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}
