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

/**
 * The agency of a caption as which the text itself speaks (`The PA news agency understands`). That it took a picture says nothing of who reported
 * the text, nor does that somebody told it something.
 */
export function agencyOfItsWords(captions: readonly string[], lines: readonly string[]): string | undefined {
  const agencies = captions.map(captionAgency).filter((agency) => agency !== undefined)
  const speaksAs = (agency: string) => SELF.some((words) => lines.some((line) => line.includes(`${agency} ${words}`)))
  return agencies.find(speaksAs)
}

const SELF = ['news agency understands', 'agency understands', 'news agency has learned', 'understands']

function abbreviates(initials: string, words: string): boolean {
  const last = words.split(/[\s-]+/).slice(-initials.length)
  return last.map((word) => word.charAt(0).toUpperCase()).join('') === initials.toUpperCase()
}
