/** A stretch of text in one language, to be read aloud. */
export type SpokenPart = { readonly language: string; readonly text: string }

/** Voices and their servers take so many characters at once. */
const mostCharacters = 1_000

/** On one line and with a full stop, so that a voice rests there. */
export function closed(text: string): string {
  const line = onOneLine(text)
  return /[.!?…:。؟]["”’»)]*$/.test(line) ? line : `${line}.`
}

/** A text as parts that a voice can take, cut between words; none where there is nothing to say. */
export function spokenParts(text: string, language: string): readonly SpokenPart[] {
  const line = onOneLine(text)
  if (!/[\p{L}\p{N}]/u.test(line)) return []
  const parts: SpokenPart[] = []
  let left = line
  while (left.length > mostCharacters) {
    const space = left.lastIndexOf(' ', mostCharacters)
    const cut = space > 0 ? space : mostCharacters
    parts.push({ language, text: left.slice(0, cut) })
    left = left.slice(cut).trimStart()
  }
  return [...parts, { language, text: left }]
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
