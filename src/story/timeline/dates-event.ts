import type { TimeExpression } from '../../core/annotation.ts'
import type { SentenceText } from '../story-text.ts'

/**
 * True when an English sentence reports what happened, or is planned, at the time that `time` names. False where the date only names a
 * thing (`the 2016 election`), bounds (`until Friday`), belongs to a clause inside (`who met him in May`), or where the sentence says what
 * could be. Where the words nearby do not settle it the answer is no.
 * @param isAhead whether the date is after the day of publication, or planned for that day
 */
export function datesEvent(
  sentence: Pick<SentenceText, 'text' | 'span'>,
  time: TimeExpression,
  isAhead: boolean,
): boolean {
  const { text } = sentence
  const start = time.span.start - sentence.span.start
  const end = time.span.end - sentence.span.start
  const [before, words, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  if (time.until === '..' || isOnlyName.test(words)) return false
  if (
    /^ (?:through|to|and|or|[-–]) (?:\p{L}+day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* \d{4})/u.test(
      after,
    )
  )
    return false
  if (/^ of (?:next|last|that|the (?:following|previous)) year\b/.test(after)) return false
  // `returns from 2011 to 2018`: what they are about.
  if (/^\d{4}$/.test(time.value) && time.until !== undefined && before !== '') return false
  if (bound.test(before) && !(isAhead && plannedFor.test(before))) return false
  const place = isPartOfName(before, words, after) ? occasionStart(before, words, after) : start
  if (place === undefined) return false
  const clause = clauseBefore(text, place)
  return clause !== undefined && isAsserted(clause, words, after, isAhead)
}

/** Clocks without a day, and the names of programs. */
const isOnlyName =
  /^(?:noon|midday|midnight|Today|TODAY|Tonight)$|^\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4}| local time)?$/

/** Dates that only bound or order an event: `by Friday`, `since 2015`, `as early as May`, `the week ending May 16`. */
const bound =
  /\b(?:by|until|till|since|before|after|following|through|throughout|to|from|between|than|of|ahead of|prior to|leading up to|as of|as (?:early|late|soon|far back|recently) as|for|about|against|despite|or|not|like|ending|ended|beginning|starting|dated|effective|(?:commemorat|mark|celebrat|remember|honou?r|recall)(?:e?s|ed|ing|e)?)\s+(?:(?:the|at least|about|around|late|early|mid|start|beginning|end|middle|of|on|in|at)[\s-]+)*$/iu
const plannedFor = /\b(?:planned|scheduled|set|due|slated|expected) for\s+(?:the|late|early|mid)?\s*$/iu

const determiner =
  /(?:\b(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|each|every|another|all|any|no)|\p{L}['’]s?)\s+$/iu
/** Things that are called by their year. */
const namedByYear =
  /^\s+(?:[\p{L}’'.-]+ ){0,3}(?:elections?|campaigns?|races?|primar(?:y|ies)|caucus(?:es)?|midterms?|seasons?|models?|cycles?|Olympics|Games|World Cup|Act|law|budget|nominees?|candidates?)(?!\p{L})/u

/** `the 2016 election`, `his Dec. 19 announcement`, `Monday’s blast`, `2018 models`: the date says which, not when. */
function isPartOfName(before: string, words: string, after: string): boolean {
  if (/^['’](?:s|(?=\s))/.test(after)) return true
  if (determiner.test(before) && /^,?\s+[\p{L}“"]/u.test(after)) return true
  if (/[“"‘'(]$/.test(before)) return true
  const isAdverbial = /(?:^|\s)(?:in|during|around|early|late|mid|and)[\s-]+$/iu.test(before)
  if (isAfterAdjective(before, words, after)) return true
  return /^\d{4}$/.test(words) && (namedByYear.test(after) || !isAdverbial)
}

/** `The weeklong July 4 recess`: a noun follows, and its article is before. */
function isAfterAdjective(before: string, words: string, after: string): boolean {
  const next = /^ (\p{L}+)(?!\p{L})/u.exec(after)?.[1]
  if (next === undefined || /^(?:last|this|next|earlier|later|late)\b/i.test(words)) return false
  if (!/(?:^|\s|['’]s )(?:(?:the|an?|his|her|its|their)|\S+['’]s) \p{Ll}+ $/iu.test(before)) return false
  return (!link.test(next) || namesOccasion.test(after)) && lastOf(past, ` ${next}`) < 0
}

const link =
  /^(?:\p{L}+ing|\p{L}+ly|to|in|on|at|for|with|by|and|or|but|that|as|of|from|when|while|after|before|because|against|over|about|into|during|amid|following|where|who|which|if|until|since|than|through|near|under|outside|without|is|are|was|were|will|would|has|have|had|not|also)$/u

const saying =
  "(?:said|says|announced|confirmed|reported|reports|revealed|disclosed|testified|stated|noted|wrote|tweeted|told [\\p{L}’'. -]{2,40}?|found|ruled|declared|showed|shows)"
const sayingDay = '(?: (?:on )?(?:\\p{L}+day|late|early|earlier|today|yesterday|this (?:week|month)))*'
const toldThat = new RegExp(`\\b${saying}${sayingDay},? that$`, 'iu')
const toldBefore = new RegExp(`^.*\\b${saying}${sayingDay},?(?: that)? (?=\\S+ )`, 'iu')
const toldJustBefore = new RegExp(`\\b${saying}${sayingDay},?(?: that)? (?:the )?$`, 'iu')
const endsInSaying = new RegExp(`\\b${saying}(?:\\s+[\\p{L}’'-]+){0,4}\\s*$`, 'iu')

/** What one says, decides or goes through at a time: `in a May 2017 ruling`. Not an election or a campaign, which its year only names. */
const occasion =
  'address|appearance|announcement|argument|article|attack|blast|bombing|briefing|broadcast|call|ceremony|column|conference|confrontation|conversation|crash|debate|decision|deposition|dissent|email|e-mail|essay|explosion|filing|fire|gathering|hearing|incident|indictment|interview|lawsuit|lecture|letter|massacre|meeting|memo|message|motion|note|op-ed|opinion|order|podcast|post|presentation|protest|raid|rally|release|ruling|service|session|shooting|speech|statement|strike|summit|testimony|trial|trip|tweet|verdict|video|visit|vote|war'
const isInOccasion =
  /^(?:|.*\s)(?:in|at|during|on)\s+(?:(?:an?|the|his|her|its|their|this|that)\s+)?(?:[\p{Ll}-]+ )?$/iu
const namesOccasion = new RegExp(`^(?:['’]s?)?,?\\s+(?:[\\p{L}\\d.’'“”"$/&-]+ ){0,4}?(?:${occasion})s?(?!\\p{L})`, 'iu')

/** Where the phrase `in a May 2017 ruling`, or the subject `Wednesday’s attack`, starts; undefined for a thing that is only named. */
function occasionStart(before: string, words: string, after: string): number | undefined {
  const isFirst = /^(?:In|At|During|On) (?:an? |the |his |her |its |their )?$/.test(before)
  if (isFirst && (/^['’]/.test(after) || namesOccasion.test(after))) return 0
  if (!namesOccasion.test(after)) return undefined
  if (isInOccasion.test(before)) return before.search(/\s(?:in|at|during|on)\s+(?:[\p{L}-]+\s+){0,2}$/iu)
  const isSubject = before === '' || before === 'The ' || toldJustBefore.test(before)
  return isSubject && !/\d{4}$/.test(words) ? before.length : undefined
}

/** `doubted his testimony Thursday`: the day of the testimony. */
function isOfOccasion(before: string): boolean {
  const noun = endsInOccasion.exec(before)
  if (/\bfor an? (?:[\p{L}-]+ )?$/iu.test(before.replace(endsInNoun, ''))) return true
  return (
    noun !== null &&
    lastOf(past, before.slice(0, noun.index)) >= 0 &&
    !/\b(?:in|at|during|on|with|to)$/i.test(before.slice(0, noun.index).trimEnd())
  )
}

const endsInNoun = new RegExp(`(?:${occasion})s?(?: on)? $`, 'iu')
const endsInOccasion = new RegExp(
  `(?:\\b(?:his|her|their|its|the)|['’]s) (?:[\\p{L}-]+ )?(?:${occasion})s?(?: on)? $`,
  'iu',
)

/** What opens a clause of its own, or a phrase with a time of its own. */
const opener =
  /\b(?:who|whom|whose|which|(?<!\ball |\bso [\p{L} ]{3,20} )that|where|when|whenever|while|because|if|unless|(?<!\b(?:more|less|fewer|other|rather) )than|since|after|before|until|till|following|amid|despite|whether|how|what|why|once|although|though|including|such as|(?:up|down|grown|risen|rose|fell|fallen|increased|dropped|climbed|declined) from|from(?= (?:less than |more than |about |around |nearly |just |a (?:low|high|record) (?:of )?)*[$£€]?\d)|(?:of|for|from|about|by|without|upon)(?= \p{Ll}+ing )|compared (?:to|with)|(?<!such )as(?= (?:he|she|it|they|we|I|(?:the|an?|his|her|its|their) [\p{L}-]+|\p{Lu}[\p{L}.]+) \p{Ll}+))(?!\p{L})/giu
/** A clause that opens the sentence is told for its own sake: `When the mayor resigned in May, …`. */
const toldFirst = /^(?:when|once)$/i
/** A phrase or clause that comes before the subject: the main clause follows its comma. */
const leadsIn =
  /^(?:In|On|At|During|After|Before|By|When|As|Since|While|Although|Though|Despite|Following|Once|Until|If|Meanwhile|Earlier|Later|Late|Early|Last|This|Also|Still|Just|Then|Ultimately|For|With|But|And|To|Under|Over)(?!\p{L})/u

/**
 * The words of the main clause, or of what somebody reports, before a place of the sentence; undefined where the place is in another
 * clause or in an apposition.
 */
function clauseBefore(text: string, place: number): string | undefined {
  const pieces = withoutInsertions(text.slice(0, place)).split(/[;—–()“”"]|[,:](?!\d)/u)
  const piece = pieces.at(-1) ?? ''
  if (/.\([^()]*$/u.test(text.slice(0, place))) return undefined
  for (const match of piece.matchAll(opener)) {
    const isTold = match[0].toLowerCase() === 'that' && toldThat.test(piece.slice(0, match.index + 4))
    const isFirst = pieces.length === 1 && match.index === 0 && toldFirst.test(match[0])
    // `of Beijing` is no deed.
    const isPlace =
      /^ \p{Lu}/u.test(piece.slice(match.index + match[0].length)) &&
      /^(?:of|for|from|about|by|without)$/i.test(match[0])
    if (!isTold && !isFirst && !isPlace) return undefined
  }
  const isInserted = pieces.length > 1 && !leadsIn.test(pieces[0] ?? '')
  if (isInserted && /^\s*(?:an?|the|one|now|then)\s/iu.test(piece) && !endsInSaying.test(piece)) return undefined
  if (isParticiple(text, place, piece) || (/^\s*to \p{Ll}+ /u.test(piece) && lastOf(past, piece) < 0)) return undefined
  // `…, when some 150 people, most of them children, were killed in 2014`.
  if (/^\s*(?:when|who|which|where|that|whose|because|if)\b/u.test(pieces.at(-3) ?? '')) return undefined
  if (!/^(?:in|on|at) /i.test(text.slice(place)) && isOfOccasion(text.slice(0, place))) return undefined
  const told = piece.replace(toldBefore, '').replace(/^.*\bthat /u, '')
  if (/\b(?:an?|the|his|her|its|their|any|some|every) (?:[\p{L}-]+ )+(?:he|she|they|we|it) \p{L}+/u.test(told))
    return undefined
  // `the readout the office gave on Monday`.
  if (/\b(?:the|an?|his|her|its|their) [\p{Ll}-]+ (?:the|his|her|its|their) (?:[\p{L}-]+ )+$/u.test(told))
    return undefined
  if (hasParticiple(told)) return undefined
  if (isInPreamble(piece, pieces.length, text.slice(place)) || asksFor.test(told)) return undefined
  return lastOf(past, piece) >= 0 || pieces.length === 1 ? piece : widened(pieces)
}

/** `urged voters to stay at home on Tuesday`: the day of what is asked. */
const asksFor =
  /\b(?:urg|ask|told|call|encourag|warn|order|invit|instruct|advis|beg)\p{Ll}* (?:on )?(?:[\p{L}.’'-]+ ){1,4}to \p{Ll}+ (?:\S+ ){0,8}$/u

/** `Under a plan both sides passed in October, …`: the date of the plan; `In a letter released Wednesday, …` dates what the letter says. */
function isInPreamble(piece: string, pieces: number, after: string): boolean {
  return (
    pieces === 1 &&
    /^(?:Under|In|With|By|For|Based|Thanks|According|At|On)\b/u.test(piece) &&
    lastOf(past, piece) >= 0 &&
    !/\b(?:released|published|issued|posted|aired|unveiled|announced|filed) (?:on |late |early )*$/u.test(piece) &&
    /^[^,]{0,30},/u.test(after)
  )
}

/** Without what is in brackets or between marks, which splits no clause; a comma that ends a quotation does. */
function withoutInsertions(text: string): string {
  const bare = (words: string) => words.replace(/\S/gu, 'x')
  return text
    .replace(/\([^()]*\)/gu, bare)
    .replace(/[“"][^“”"]*[”"]/gu, (words) => (/[,.!?][”"]$/.test(words) ? `${bare(words.slice(1))},` : bare(words)))
}

/** `Ann Lee, elected in 2010, said`: the date belongs to the participle between the commas. */
function isParticiple(text: string, place: number, piece: string): boolean {
  const lead = text.slice(0, place - piece.length)
  const isOpen = (lead.match(/ [—–-]{1,2}(?: |$)|—/gu)?.length ?? 0) % 2 === 1
  if (isOpen && /[—–-]\s*$/u.test(lead) && /^\s*(?:\p{Ll}+ed|made|born|set|held)\s/u.test(piece)) return true
  return (
    /,\s*$/u.test(lead) &&
    /^\s*(?:first |newly |recently |once )?(?:\p{Ll}+ed|born|set|due)\s/u.test(piece) &&
    /^[^,]{0,120}, (?:\p{Ll}+ed|said|told|has|had|was|were|is|are|will|would|\p{Ll}+s)\s/u.test(text.slice(place))
  )
}

/** `were rules approved by the board in 2015`: the date belongs to a participle that follows the verb. */
function hasParticiple(clause: string): boolean {
  const last = [...clause.matchAll(past)].at(-1)
  if (!last) return false
  const before = clause.slice(0, last.index)
  const isMainVerb = beforeFinite.test(before)
  // `…, citing remarks made in May`: no verb of its own.
  const isPhrase = /^\s*\p{Ll}+ing /u.test(clause)
  return (isPhrase || lastOf(past, before) >= 0 || /\b(?:will|would|is|are|has|have|can) /u.test(before)) && !isMainVerb
}

/** What is before a verb that is no participle: its auxiliary or subject, or a verb it is joined to. */
const beforeFinite =
  /(?:\b(?:was|were|been|being|be|had|has|have|is|are|got|get|and|or|but|then|to|not|also|never|it|he|she|they|\p{L}+ly)|n['’]t|[,;])\s+$/iu

/** `in Paris, France, on Monday`: with the pieces before, up to a verb, unless one of them is a clause inside. */
function widened(pieces: readonly string[]): string {
  let clause = pieces.at(-1) ?? ''
  for (const piece of pieces.slice(0, -1).reverse()) {
    if (piece.search(opener) >= 0) break
    clause = `${piece},${clause}`
    if (lastOf(past, piece) >= 0) break
  }
  return clause
}

const possible =
  /\b(?:would(?: not)? have|could|couldn['’]t|might|may (?=not |be |have |\p{Ll}{3,})|should|ought|if|wants?|wanted|hopes?|hoped|wish(?:es)?)(?!\p{L})/u
/** `was scheduled to meet on Thursday`: the Thursday before or after. */
const wasToCome = /\b(?:was|were) (?:\p{Ll}+ly )?(?:scheduled|due|set|expected|supposed|slated|to)(?!\p{L})/u
const ahead =
  /\b(?:will|won['’]t|shall|due|set (?:to|for)|scheduled|slated|forecast|expected|expects?|planned|plans?|planning|going to|(?:is|are) to|would(?! have)|upcoming|coming|next|tomorrow|later (?:this|today)|aims? to|intends? to|(?:opens|begins|starts|resumes|expires|convenes|kicks off|takes (?:place|effect|office|power)|goes (?:to|on|into)|meets|votes|ends|returns|travels|visits|hosts|holds|heads)|(?:is|are) \p{Ll}+ing)(?!\p{L})|['’]ll\b/iu
/** What is to come, in words that mean nothing else. */
const toCome =
  /(?<!\p{L})(?:will|won['’]t|shall|(?:is|are) (?:\p{Ll}+ )?headed|(?:is|are) (?:due|set|scheduled|slated|expected|forecast|likely|going|planning|to)|(?:is|are|been) (?:not )?(?:preparing|planning|bracing|going)|['’](?:s|re|m) (?:not )?going|plans? to|planned to|looming|upcoming|impending|(?:is|are) (?:ready|prepared|poised|willing|able|free|allowed) to|to be (?:held|announced|released|published|decided|built|opened|signed)|would(?! have)|[’']ll)(?!\p{L})/giu
const irregular =
  "agreed|beat|became|began|bled|blew|bought|broke|brought|built|called|came|cast|caught|chose|cut|dealt|did|didn['’]t|died|disagreed|drew|drove|fed|fell|felt|fled|flew|forgot|fought|found|freed|froze|gave|got|grew|guaranteed|had|has|have|heard|held|hit|hung|hurt|kept|knew|laid|led|left|lent|lost|made|meant|met|oversaw|overcame|paid|put|quit|ran|read|rode|rose|said|sang|sank|sat|saw|sent|set|shook|shot|shut|slept|sold|sought|spent|split|spoke|spread|stole|stood|struck|swept|swore|taught|threw|told|took|tore|undertook|underwent|was|wasn['’]t|went|were|weren['’]t|withdrew|woke|won|wore|wrote"
/** Verbs in the past; not `is governed`, and not `the wounded man`. */
const past = new RegExp(
  `(?<![\\p{L}’'-])(?<!\\b(?:is|are|be|being|[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|most|more) )(?:\\p{Ll}{2,}[^e\\P{Ll}]ed|\\p{Ll}+eeded|${irregular})(?!\\p{L})`,
  'gu',
)

/** True when the clause reports it as done or, ahead, as planned. */
function isAsserted(clause: string, words: string, after: string, isAhead: boolean): boolean {
  const rest = restOf(after)
  if (possible.test(clause) || /^,? (?:could|might|may|should|would have)\b/.test(rest)) return false
  // `On Monday, a second woman, who …, accused him`: what opens a sentence dates its main clause.
  const isOpening = opening.test(clause) && lastOf(past, clause) < 0
  // `More than ever today`: nowadays, unless it is beside what was done or will be.
  if (
    /^today$/i.test(words) &&
    (isOpening ||
      !(isAhead ? lastOf(toCome, clause) >= 0 && !/\bwould\b/.test(clause) : isVerbNext(rest) || justDone.test(clause)))
  )
    return false
  // `the order she signed on March 6 has been …`: the date ends a clause inside.
  if (/^ (?:has|have|had|is|are|was|were|will|would|could|can)\b/.test(rest) && lastOf(past, clause) >= 0) return false
  if (isAhead && wasToCome.test(clause) && /,? but\b/.test(after)) return false
  const told = `${clause} ${isAhead ? '' : words} ${isOpening ? (/^[^;.!?—–]{0,240}/u.exec(after)?.[0] ?? '') : rest}`
  const pastAt = told.search(past)
  const aheadAt = told.search(ahead)
  if (!isAhead && wasToCome.test(clause)) return false
  if (isAhead) return aheadAt >= 0 && !(isOpening && pastAt >= 0 && pastAt < aheadAt)
  if (endOf(toCome, clause) > lastOf(past, clause) || /^,? (?:will|won['’]t|is|are)\b/.test(rest)) return false
  return isOpening ? pastAt >= 0 : lastOf(past, clause) >= 0 || isVerbNext(rest)
}

const justDone = new RegExp(`(?:${past.source})(?: \\S+){0,2} $`, 'u')
const opening = /^(?:[\s,]*[\p{L}-]+){0,4}\s*$|^(?:In|At|During|\p{Lu}\p{Ll}+ing) [^,;]{3,80}$/u

/** `on Monday also rejected`: the verb comes right after the date. */
function isVerbNext(rest: string): boolean {
  const at = rest.search(past)
  return at >= 0 && /^,?(?: (?:also|again|night|morning|\p{L}+ly))*$/u.test(rest.slice(0, at).trimEnd())
}

/** How the clause of a date continues, without an insertion right after the date. */
function restOf(after: string): string {
  const inserted = /^(?:\s*[—–][^—–]{1,160}[—–]|\s*\([^()]{1,160}\))/u.exec(after)?.[0] ?? ''
  return /^,?[^,;:.!?—–()“”"]{0,120}/u.exec(after.slice(inserted.length))?.[0] ?? ''
}

function endOf(pattern: RegExp, text: string): number {
  const last = [...text.matchAll(pattern)].at(-1)
  return last ? last.index + last[0].length : -1
}

function lastOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1
}
