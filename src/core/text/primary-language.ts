/** The primary subtag in lower case: `pt` for `pt-BR`. Empty only for an empty tag. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? ''
}
