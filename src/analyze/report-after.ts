import { cueForm } from './cue-verbs.ts'
import type { SentenceHabits } from './sentence-habits.ts'

/** `Ms Roe asked`, `Harbor master Jo Lund shouted`. */
const SPEAKER_AND_VERB =
  /^(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady)\.? )?(\p{Lu}[\p{L}’'-]+ )(?:(?:\p{Ll}[\p{L}-]+ ){0,2}(?:\p{Lu}[\p{L}’'-]+ ){1,2})?(\p{Ll}+)[ ,.:]/u

/**
 * Whether what follows a closing mark reports the question or cry before it: `"Is it over?" Ms Roe asked.` A capital
 * there does not begin a sentence. `rest` is the text past the space.
 */
export function isReportAfter(rest: string, { starters }: SentenceHabits): boolean {
  const match = SPEAKER_AND_VERB.exec(rest)
  if (!match || starters.has((match[1] as string).trim().toLowerCase())) return false
  const verb = match[2] as string
  return /(?:ed|said)$/.test(verb) && (cueForm(verb)?.strength ?? 0) >= 2
}

/** The same for Chinese and Japanese, which put no space there: `「…。」と述べた`, `“……。”他说`. */
export function isReportAfterUnspaced(rest: string): boolean {
  return /^(?:と|っ|など|という|[\p{Script=Han}·]{0,8}?(?:说|說|表示|称|稱|道|问|問|指出|强调|強調|告诉|告訴|补充|補充))/u.test(
    rest,
  )
}
