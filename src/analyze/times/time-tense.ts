import type { Scene } from './time-rules.ts'

const futureWords =
  /\b(?:will|won['’]t|shall|due|scheduled|slated|set (?:to|for)|expected|expects?|is to|are to|to be (?:held|announced|released)|going to|plans? (?:to|for)|planned for|planning to|upcoming|ahead of|as soon as|might(?! have (?!to\b))|(?:is|are) (?:coming|travell?ing|flying|arriving|leaving|visiting|returning|meeting)|(?:postponed|delayed|put off|pushed back|moved|deferred|rescheduled|brought forward) (?:to|until|till|for)|(?:meets|opens|begins|resumes|expires|convenes|kicks off|takes place|takes effect|goes (?:to the polls|on sale|on trial|into effect)|goes? to the polls|polls (?:open|close)))\b|['’]ll\b/giu
const pastWords = /\b(?:said|says|told|announced|added|reported|wrote|was|were|had|did|met|held)\b/giu

/** Where a pattern (of `g`) stands last in a text; -1 where it does not. */
export function lastIndexOf(pattern: RegExp, text: string): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}

/** The end of the text before a phrase, from the start of its clause. */
function clauseBefore(before: string): string {
  const near = before.slice(-90)
  const cut = Math.max(
    lastIndexOf(/[;:.!?—–]|\b(?:and|but|while|who|which|where|when|after|because|although|since)\b/giu, near),
    -1,
  )
  return near.slice(cut + 1)
}

/**
 * True when the clause of a phrase speaks of what is to come: will, due, scheduled and their like stand after the last
 * past verb. A phrase that opens its clause is judged by what follows it. English only; news without such a word
 * speaks of the past.
 */
export function isFuture(scene: Scene): boolean {
  const clause = clauseBefore(scene.before)
  const future = lastIndexOf(futureWords, clause)
  if (future >= 0) return future > lastIndexOf(pastWords, clause)
  const words = clause.match(/\p{L}+/gu)?.length ?? 0
  const isOpening = words <= 1 || /^['’]s\b/.test(scene.after)
  if (!isOpening) return false
  const clauseAfter = scene.after.slice(0, 70).split(/[;:.!?—–]|\b(?:and|but|said|told)\b/u)[0] ?? ''
  return clauseAfter.search(futureWords) >= 0
}
