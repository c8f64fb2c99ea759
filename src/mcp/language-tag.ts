/**
 * A language tag reduced to language, script and region; `und` if it has another form. Outlets declare the tag, and further BCP
 * 47 subtags could spell a sentence.
 */
export function languageTag(declared: string): string {
  const [, language, script = '', region = ''] =
    /^([a-z]{2,3})(?![a-z])(-[a-z]{4}(?![a-z\d]))?(-(?:[a-z]{2}|\d{3})(?![a-z\d]))?/i.exec(declared) ?? []
  return language === undefined ? 'und' : `${language}${script}${region}`
}
