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
  /^(?:do (?:so|it|that|this)|leave (?:it|that|them)|keep (?:on|an eye|that|it)|stop (?:believing|at)|put everything|make (?:an? )?(?:\w+ )?point|take (?:(?:a|another) (?:\w+ )?(?:look|turn)|full advantage|advantage|place|effect|time|shape|years?|months?|weeks?|days?|(?:that |so |too |very )?long|a (?:while|toll|long))|make (?:it (?:clear|easier|harder|possible|difficult)|sense|(?:a )?(?:difference|history)|up)|come|do (?:well|what (?:he|she|it|they) ha)|stand (?:trial|at|in|out)|look (?:like|forward|back|good|bad)|begin to|start to|continue to (?:be|have|fall|rise|grow|suffer|see|face|feel)|put (?:pressure|an end)|bring (?:about|down)|set (?:a |the )?(?:precedent|record)|turn (?:out|into)|end (?:up|in)|show up|give rise|cut into|call (?:it|that)|change (?:the|everything|things))\b/
