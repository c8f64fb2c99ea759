/** Words of consent dialogs, cookie notes and appeals for money; one sentence with one of them says little. */
const appeal =
  /\bcookies?\b|\bconsent\b|\bour partners\b|\bpersonal data\b|\bprivacy (?:policy|notice)\b|\bdonat(?:e|ion)\b|\bsupport (?:our|independent)\b|\bcontribution\b|\bpartenaires\b|\bdonnées personnelles\b|\bEinwilligung\b|\bconsentimiento\b|\btoestemming\b/iu

/** True when at least half of the words of a text are in sentences that ask for consent or money. */
export function isAppeal(text: string): boolean {
  const sentences = text.split(/(?<=[.!?。])\s+|\n/).filter((sentence) => sentence.trim() !== '')
  const length = (of: readonly string[]): number => of.reduce((sum, sentence) => sum + sentence.length, 0)
  return sentences.length > 0 && length(sentences.filter((sentence) => appeal.test(sentence))) >= length(sentences) / 2
}
