/**
 * The lane in which it is decided which story a text in this language belongs to: its primary tag, `en` of `en-GB`. What names no
 * language in two or three letters shares one lane.
 */
export function laneOf(language: string): string {
  const [, primary = 'und'] = /^([a-z]{2,3})(?:[-_]|$)/i.exec(language) ?? []
  return primary.toLowerCase()
}
