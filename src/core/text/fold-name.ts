/** A name without case and accents, for comparing what people type. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
