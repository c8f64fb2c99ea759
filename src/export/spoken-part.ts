/** A stretch of text in one language, to be read aloud. */
export type SpokenPart = { readonly language: string; readonly text: string }

/** Most characters that voices and their servers take at once. */
const maxCharacters = 1_000

/** On one line with a period at the end, so that a voice pauses there. */
export function withFinalPeriod(text: string): string {
  const line = onOneLine(text)
  return /[.!?…:。؟]["”’»)]*$/.test(line) ? line : `${line}.`
}

/** Splits a text between words into parts short enough for a voice; none for an empty text. */
export function spokenParts(text: string, language: string): readonly SpokenPart[] {
  const line = onOneLine(text)
  if (!/[\p{L}\p{N}]/u.test(line)) return []
  const parts: SpokenPart[] = []
  let left = line
  while (left.length > maxCharacters) {
    const space = left.lastIndexOf(' ', maxCharacters)
    const cut = space > 0 ? space : maxCharacters
    parts.push({ language, text: left.slice(0, cut) })
    left = left.slice(cut).trimStart()
  }
  return [...parts, { language, text: left }]
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
