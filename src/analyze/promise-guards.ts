import { controllableVerbs, uncontrollablePhrase } from './controllable-verbs.ts'

/** True when what follows is a verb of decision, also as `be sending` and `have a meeting`. */
export function isDecidable(rest: string): boolean {
  const plain = rest
    .slice(0, 120)
    .replace(/["'“”‘’]/g, '')
    .toLowerCase()
  if (
    /^(?:have|hold) (?:an?|another|the|our|their|more|further) (?:[\p{L}-]+ ){0,2}(?:meetings?|talks?|calls?|trilats?|trilaterals?|bilaterals?|summits?|conferences?|hearings?|votes?|referendums?|elections?)/u.test(
      plain,
    )
  )
    return true
  if (uncontrollablePhrase.test(plain)) return false
  const started = /^(?:begin|start) ([\p{L}-]+ing)\b/u.exec(plain)?.[1]
  if (started) return isDecidable(started)
  const verb = /^[\p{L}-]+/u.exec(plain)?.[0] ?? ''
  if (verb.endsWith('ing') && !controllableVerbs.has(verb))
    return controllableVerbs.has(verb.slice(0, -3)) || controllableVerbs.has(`${verb.slice(0, -3)}e`)
  return controllableVerbs.has(verb)
}

/** A hope, guess, condition or question before the promise, in its clause. */
export function isGuess(before: string): boolean {
  const clause = before.split(/[;:!?]/).at(-1) ?? ''
  return /\b(?:hopes?|hoped|hoping|hopefully|thinks?|thought|believes?|believed|expects?|expected|predict(?:s|ed)?|forecasts?|wonders?|doubts?|fears?|feared|wish(?:es|ed)?|whether|if|unless|unclear|likely|maybe|perhaps|suggest(?:s|ed|ing)?|speculat\w+|conclud\w+|appear(?:s|ed)?|seem(?:s|ed)?|not saying|denied|denies|promises|despite|sure|knows?|convinced|concerned|contend(?:s|ed)?|claim(?:s|ed)?|insinuat\w+|bets?|worr(?:y|ied|ies)|how|what|when|until|before|which|who)\b[^,]*$/i.test(
    clause,
  )
}

/** Told as a rumor: `many speculated that X offered to …`. */
export function isSpeculation(before: string): boolean {
  return /\b(?:speculat\w+|rumou?r\w*|alleg\w+|whether|if|unless|perhaps|reportedly)\b[^,.;]*$/i.test(before)
}

/** Not pledged, or only possibly: `refused to promise`, `might have pledged`, `has not agreed`, `called on it to agree`. */
export function isUndone(before: string): boolean {
  return /(?:\b(?:not|never|neither|nor|to|would|could|should|might|may|must|if|whether|until|unless|had he|before)|n['’]t)(?: (?:have|has|had|yet|already|been|\w+ly))*\s*$/i.test(
    before.slice(-80),
  )
}

/** True when the name after these words is the object of a preposition: `the battle for control of the committee will …`. */
export function isObject(before: string): boolean {
  return /\b(?:of|for|by|with|in|to|from|against|on|at|about|over)(?: the| its| their| his| her)?\s*$/i.test(
    before.slice(-40),
  )
}
