const verbs = `abandon abolish abstain accept accompany acquire adopt advance aid allocate amend announce appeal appoint apologize
apologise apply arrange arrest ask assist attend back ban  block boost boycott bring build buy call cancel cap cease challenge
change close collaborate commit compensate conduct consider construct consult continue contribute convene cooperate co-operate
coordinate create cut deepen defend delay deliver demand deploy destroy develop disband discuss dismantle dismiss distribute do donate
double drop end enforce engage enter establish evacuate examine exchange expand expel explore extend extradite fight file finance
finish fire freeze fulfil fulfill fund give grant guarantee halt halve hand help hire hold honor honour host impose implement improve increase
inspect install introduce invest investigate invite issue join keep launch lay leave lend lift limit link  lower maintain make
meet mobilize monitor move negotiate nationalize nominate offer open oppose order organize organise outline oversee participate pass
pause pay phase plant postpone prepare present press privatize proceed produce prosecute protect provide publish pull purchase recall mend fix listen pursue
push put raise ratify rebuild reduce reform refrain refund refuse reimburse reinstate reject release relocate remove renegotiate reopen
repair repay repeal replace reply resign resist resettle respect respond restore restrict resume retaliate return reverse review
revoke sack scrap seek sell send set settle share shift  shut sign spend   step stop strengthen strike submit sue
supply support suspend table tackle take target tax  tighten trade train transfer travel treat triple try turn uphold vaccinate
veto visit vote waive welcome withdraw withhold work write administer audit campaign cede charge clean commission confiscate contest convert curb
debate declare decommission dedicate defer demolish deport devote disclose divert draft eliminate employ enact equip erect escort
exclude exempt export forgive free go house import inform intervene let license lobby manufacture march merge modernize modernise name notify
observe operate oust outlaw pardon patrol penalize permit prioritize probe prohibit promote propose punish quit recognize recognise
recruit regulate rehire reinforce renew renovate report rescue restart rule run safeguard sanction screen secure seize shelter slash
sponsor staff station store streamline subsidize swap switch teach test transport unveil upgrade use vacate`

/** Verbs for what one can decide to do: a promise is about these, a prediction is about the others (`win`, `be`, `know`). */
export const controllableVerbs: ReadonlySet<string> = new Set(verbs.split(/\s+/))

/** `take place`, `make sense`, `have to`: the verb is on the list, the phrase is nothing one decides. */
export const uncontrollablePhrase =
  /^(?:do (?:so|it|that|this)|leave (?:it|that|them)|keep (?:on|an eye|that|it)|stop (?:believing|at)|put everything|make (?:an? )?(?:\w+ )?point|take (?:(?:a|another) (?:\w+ )?(?:look|turn)|full advantage|advantage|place|effect|time|shape|years?|months?|weeks?|days?|(?:that |so |too |very )?long|a (?:while|toll|long))|make (?:it (?:clear|easier|harder|possible|difficult)|sense|(?:a )?(?:difference|history)|up)|come|do (?:well|what (?:he|she|it|they) ha)|stand (?:trial|at|in|out)|look (?:like|forward|back|good|bad)|begin to|start to|continue to (?:be|have|fall|rise|grow|suffer|see|face|feel)|put (?:pressure|an end)|bring (?:about|down)|set (?:a |the )?(?:precedent|record)|turn (?:out|into)|go there|double down|do what|use this (?:opportunity|moment|time)|back(?=[.,;!]|$)|put \w+ \w+ (?:process |record )?up against|take office|close in|pay (?:a|the) (?:\w+ )?price|put (?:it|this|that)|(?:ask|tell|remind|quote|repeat) (?:you|this|that|it|a question)|use the (?:word|term|phrase)|end (?:with|on|here|this)|shut up|close(?= to\b|[.,;]|$)|say (?:it|this)|leave (?:office having|it at)|do the right thing|make (?:an?|another) (?:prediction|guess|bet|confession)|accept (?:reality|that|defeat)|guarantee (?:you|that)|call (?:her|him|them|me|you)|let (?:you|me) |end (?:up|in)|show up|give rise|cut into|call (?:it|that)|change (?:the|everything|things))\b/

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
  return /\b(?:hopes?|hoped|hoping|hopefully|thinks?|thought|believes?|believed|expects?|expected|predict(?:s|ed)?|project(?:s|ed)|means?|forecasts?|wonders?|doubts?|fears?|feared|wish(?:es|ed)?|whether|if|unless|unclear|likely|maybe|perhaps|suggest(?:s|ed|ing)?|impl(?:y|ies|ied|ying)|speculat\w+|expectations?|conclud\w+|appear(?:s|ed)?|seem(?:s|ed)?|not saying|denied|denies|promises|despite|sure|knows?|convinced|annoyed|angry|upset|frustrated|furious|afraid|concerned|contend(?:s|ed)?|claim(?:s|ed)?|insinuat\w+|bets?|worr(?:y|ied|ies)|how|why|what|when|until|before|which|who)\b[^,]*$/i.test(
    clause,
  )
}

/** Told as a rumor: `many speculated that X offered to …`. */
export function isSpeculation(before: string): boolean {
  const plain = before.replace(/\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|U\.S|U\.K|U\.N|E\.U)\./g, 'X')
  return /\b(?:speculat\w+|rumou?r\w*|alleg\w+|jok(?:ed|es|ing)|whether|if|unless|perhaps|reportedly)\b[^,.;]*$/i.test(
    plain,
  )
}

/** Not pledged, or only possibly: `refused to promise`, `might have pledged`, `has not agreed`, `called on it to agree`. */
export function isUndone(before: string): boolean {
  return /(?:\b(?:no|not|never|neither|nor|to|would|could|should|might|may|must|if|whether|until|unless|had he|before)|n['’]t)(?: (?:have|has|had|yet|already|been|\w+ly))*\s*$/i.test(
    before.slice(-80),
  )
}

/** True when the name after these words is the object of a preposition: `the battle for control of the committee will …`. */
export function isObject(before: string): boolean {
  return /\b(?:of|for|by|with|in|to|from|against|on|at|about|over|behind|than|like|under|between|among|including|through|without|beyond|around|near|such as|rather than|as well as)(?: the| its| their| his| her)?\s*$/i.test(
    before.slice(-40),
  )
}
