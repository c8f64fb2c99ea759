import { clauseStart, futureTense, pastTense } from '../../languages/en/times.ts'
import { lastIndexOf, type Scene } from './time-rules.ts'

/** The end of the text before a phrase, from the start of its clause. */
function clauseBefore(before: string): string {
  const near = before.slice(-90)
  return near.slice(lastIndexOf(clauseStart, near) + 1)
}

/**
 * True when the clause of a phrase speaks of what is to come: will, due, scheduled and their like stand after the last
 * past verb. A phrase that opens its clause is judged by what follows it. English only; news without such a word
 * speaks of the past.
 */
export function isFuture(scene: Scene): boolean {
  const clause = clauseBefore(scene.before)
  const future = lastIndexOf(futureTense, clause)
  if (future >= 0) return future > lastIndexOf(pastTense, clause)
  const words = clause.match(/\p{L}+/gu)?.length ?? 0
  // `The council on Friday will vote`: the verb comes right after.
  if (willNext.test(scene.after)) return lastIndexOf(pastTense, clause) < 0
  const isOpening = words <= 1 || /^['’]s\b/.test(scene.after)
  if (!isOpening) return false
  const clauseAfter = scene.after.slice(0, 70).split(/[;:.!?—–]|\b(?:and|but|said|told)\b/u)[0] ?? ''
  const at = clauseAfter.search(futureTense)
  // `On Tuesday, the mayor announced that the bridge will close`.
  return at >= 0 && clauseAfter.slice(0, at).search(pastTense) < 0
}

const willNext =
  /^,? (?:will|won['’]t|(?:is|are) (?:due|set|scheduled|slated|expected|forecast|going|planning)(?: to| for))\b/iu

const doneVerb =
  /(?<!\p{L})(?:was|were|had|did|met|held|said|told|led|began|came|went|took|left|won|lost|died|fell|rose|gave|made|became|found|ran|sent|spoke|wrote|broke|saw|got|put|\p{Ll}{2,}ed)(?!\p{L})/giu
const notYet = /(?<!\p{L})(?:will|would|could|can|may|might|should|must|if|until|by|plans?|ahead|come)(?!\p{L})/iu

/** `was confirmed — by one vote — in May`. */
const insertion = /\s?[—–]\s?[^—–]{1,80}[—–]\s?/gu

/** True when the clause of a phrase tells what was done: the verb before it, right after it, or after a phrase that opens its clause. */
export function isDone(scene: Scene): boolean {
  const clause = clauseBefore(scene.before.replace(insertion, ' '))
  const verb = lastIndexOf(doneVerb, clause)
  if (verb >= 0) return !notYet.test(clause.slice(verb))
  const after = /^[^;:.!?—–]{0,80}/u.exec(scene.after)?.[0] ?? ''
  const at = after.search(doneVerb)
  if ((clause.match(/\p{L}+/gu)?.length ?? 0) > 2) return at === 1
  return at >= 0 && !notYet.test(after.slice(0, at))
}

/** `by October 1`, `until July 31`; not `He did not call until July 31`. */
export function endsTerm(scene: Scene): boolean {
  if (!isDeadline(scene)) return false
  if (/\bby\s+$/iu.test(scene.before)) return true
  return /\b(?:until|till)\s+$/iu.test(scene.before) && lastIndexOf(doneVerb, clauseBefore(scene.before)) < 0
}

/** `by Friday`, `until 9 a.m. Tuesday`, `as early as Monday`: ahead, unless the sentence looks back on it. */
export function isDeadline(scene: Scene): boolean {
  const isLimit =
    /\b(?:by|until|till|as (?:soon|early|late) as)\s+(?:(?:noon|midnight|[\d:.]+\s*[ap]\.?m\.?)\s+(?:[A-Z]{2,4}\s+)?(?:on\s+)?)?$/iu
  if (!isLimit.test(scene.before.slice(-60))) return false
  return !/\b(?:had|was|were)\b/iu.test(scene.before.slice(-40) + scene.after.slice(0, 25))
}
