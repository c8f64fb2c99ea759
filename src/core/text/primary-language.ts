/** The primary subtag in lower case: `pt` for `pt-BR`. Empty only for an empty tag. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? ''
}

/**
 * The lane in which a text of this language is given its story: its primary tag, `en` for `en-GB`. Tags without a language of
 * two or three letters share one lane.
 */
export function laneOf(language: string): string {
  const [, primary = 'und'] = /^([a-z]{2,3})(?:[-_]|$)/i.exec(language) ?? []
  return primary.toLowerCase()
}
