import { agencyNamed } from '../core/agencies.ts'

const ending = /^(.*[^.!?…\s][”"’»]?)\s\((?:([^()/]{2,60})\/)?([^()/]{2,30})\)$/u

/**
 * The agency in the brackets that end a line of plain text, as in `The king in his garden (Ann Lee/PA)`, which is how a
 * caption looks when its picture is gone. A finished sentence before the brackets is text.
 */
export function captionAgency(line: string): string | undefined {
  if (line.length > 400) return undefined
  const [, words = '', name, source = ''] = ending.exec(line) ?? []
  if (words.split(' ').length < 3 || /[.!?…]["”’»]?$/u.test(words)) return undefined
  const known = agencyNamed(source)
  if (name !== undefined) return known ?? (/^\p{Lu}{2,6}$/u.test(source) && /^\p{Lu}/u.test(name) ? source : undefined)
  // `the Palestinian Authority (PA)` brings an abbreviation, not a credit.
  return known !== undefined && !abbreviates(source, words) ? known : undefined
}

function abbreviates(initials: string, words: string): boolean {
  const last = words.split(/[\s-]+/).slice(-initials.length)
  return last.map((word) => word.charAt(0).toUpperCase()).join('') === initials.toUpperCase()
}
