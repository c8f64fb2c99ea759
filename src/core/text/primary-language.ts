/** The part of a language tag that names the language, in lower case: `pt` of `pt-BR`. Empty only of an empty tag. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? ''
}
