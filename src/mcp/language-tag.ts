/**
 * A language as a tag with script and region alone. An outlet declares it, and further subtags of BCP 47 could spell a sentence; what
 * has no such form is `und`.
 */
export function languageTag(declared: string): string {
  const [, language, script = '', region = ''] =
    /^([a-z]{2,3})(?![a-z])(-[a-z]{4}(?![a-z\d]))?(-(?:[a-z]{2}|\d{3})(?![a-z\d]))?/i.exec(declared) ?? []
  return language === undefined ? 'und' : `${language}${script}${region}`
}
