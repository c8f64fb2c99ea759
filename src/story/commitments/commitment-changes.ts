import type { Entity } from '../../core/annotation.ts'
import { cite } from '../../core/citation.ts'
import { contains, type Span } from '../../core/span.ts'
import type { CommitmentChange } from '../../core/story.ts'
import type { EntityMap } from '../people/merge-entities.ts'
import { isRunningText, isSummarizable, type MemberText, type SentenceText, within } from '../story-text.ts'
import { isAbout, isObjectOf, type PromisedAct } from './promised-act.ts'

/** A commitment to compare with later articles. */
export type Pledge = {
  readonly agents: readonly { readonly entity?: Entity; readonly name: string }[]
  readonly act: PromisedAct
  readonly isNegated: boolean
  /** When the first article with it was published. */
  readonly at: string
  /** TIMEX3 value of the due time. */
  readonly dueDate?: string
}

/**
 * What later articles say became of a commitment, earliest first. Asserted only if a sentence has the promiser as subject of the act
 * (`signed`, `withdrew its pledge`, `missed the deadline`, `delayed`, `will no longer`) and the thing promised as its object. Not if it is
 * only possible, denied, a question, an opponent's claim, or about another time.
 */
export function changesOf(pledge: Pledge, texts: readonly MemberText[], entities: EntityMap): CommitmentChange[] {
  const changes: CommitmentChange[] = []
  // `I will never sign a bill like this`: words alone can't say whether a later act is the one ruled out.
  if (pledge.isNegated) return changes
  for (const text of texts) {
    const { document, article } = text.input
    if (Date.parse(document.publishedAt) <= Date.parse(pledge.at) || !isSummarizable(article)) continue
    for (const sentence of text.sentences) {
      const found = changeIn(sentence, text, pledge, entities)
      // A change in several articles is shown once, from the first.
      if (!found || changes.some(({ kind, dueDate }) => kind === found.kind && dueDate === found.dueDate)) continue
      changes.push(found)
    }
  }
  return changes
}

type Found = { readonly kind: CommitmentChange['kind']; readonly at: number }

function changeIn(
  sentence: SentenceText,
  text: MemberText,
  pledge: Pledge,
  entities: EntityMap,
): CommitmentChange | undefined {
  if (!isRunningText(sentence) || sentence.words.length > 60 || /\?["'”’]?$/.test(sentence.text)) return undefined
  if (pledge.act.head !== undefined && !sentence.stems.has(pledge.act.head)) return undefined
  const places = placesOf(pledge, sentence, text, entities)
  if (places.length === 0 || isOfEarlierTime(sentence, text, pledge)) return undefined
  for (const place of places) {
    const found = asSubject(sentence.text, place, pledge) ?? asObject(sentence.text, place, pledge)
    if (!found || isSaidByOther(found, sentence, text, pledge, entities)) continue
    const change = withTerms(found, sentence, text, pledge)
    if (change) return change
  }
  return undefined
}

/** Where a sentence names a promiser, from its start. */
function placesOf(pledge: Pledge, sentence: SentenceText, text: MemberText, entities: EntityMap): Span[] {
  const places: Span[] = []
  for (const { entity, name } of pledge.agents) {
    for (const mention of within(text.mentions, sentence.span)) {
      if (!entity || mention.form === 'pronoun' || entities.of(mention.entity).id !== entity.id) continue
      places.push({ start: mention.span.start - sentence.span.start, end: mention.span.end - sentence.span.start })
    }
    // `The airline Nordair` is Nordair.
    const short = /^[Tt]he (?:\p{Ll}+ ){1,3}(?<name>\p{Lu}.*)$/u.exec(name)?.groups?.name ?? name
    for (let at = sentence.text.indexOf(short); at >= 0; at = sentence.text.indexOf(short, at + 1)) {
      const end = at + short.length
      const isPart =
        /\p{Lu}[\p{L}’'-]* $/u.test(sentence.text.slice(0, at)) ||
        /^ ?[\p{Lu}\d]|^\p{L}|^-/u.test(sentence.text.slice(end))
      if (!isPart && !places.some(({ start }) => start === at)) places.push({ start: at, end })
    }
  }
  return places
}

/** Words before the promiser that make what follows less than a fact. */
const unsure =
  /\b(?:if|unless|whether|until|before|once|unclear|rumou?rs?|reports? that|speculat\w+|suggest\w*|hop(?:e|es|ed|ing)|fear\w*|claims?|den(?:y|ies|ied)|would|could|might|may|wants?|urg\w+|asked|calls?|demand\w*|had|that|who|which)\s+(?:that\s+)?(?:the\s+|an?\s+)?$/i
const hedged = /^(?:if|unless|rumou?rs?|had)\b/i

const time =
  '(?:on (?:\\p{L}+day|\\d{1,2} \\p{Lu}\\p{L}+|\\p{Lu}\\p{L}+ \\d{1,2})|last (?:week|month|night|year)|this (?:week|month|morning)|earlier|yesterday|today|\\p{L}+day)'
const gap = new RegExp(
  `^(?:, [^,]{1,60},)?(?: and (?:the )?\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+)*)?(?:,? (?:said|says|announced|confirmed|told [\\p{L} ]{2,30}?)(?: ${time})?(?: that)? (?:it|he|she|they|we))?(?: (?:has|have|had|also|finally|since|then|now|later|already|formally|officially|quietly|abruptly|publicly|${time}))* `,
  'u',
)
const promise =
  '(?:(?:its|his|her|their|the|an?|all) )?(?:[\\p{L}-]+ )?(?:pledges?|promises?|commitments?|vows?|undertakings?|offers?|plans?|proposals?|agreements?|intentions?)'
const kept = new RegExp(
  `^(?:kept|honou?red|fulfilled|delivered on|made good on|lived up to|met) ${promise} (?<of>.*)$`,
  'u',
)
const broken = new RegExp(`^(?:broke|broken|reneged on|went back on|gone back on|violated) ${promise} (?<of>.*)$`, 'u')
const withdrawn = new RegExp(
  `^(?:withdrew|withdrawn|dropped|abandoned|scrapped|shelved|ditched|cancell?ed|rescinded|revoked|retracted|renounced|backed (?:away from|out of)|walked away from|pulled out of|given up|gave up(?: on)?|taken back|took back|reversed) ${promise} (?<of>.*)$`,
  'u',
)
const undone =
  /^(?<how>(?:will|would) no longer|(?:will not|won['’]t)|would not(?=.* after all\b)|(?:is|are) no longer (?:planning|going) to|no longer (?:plans?|intends?) to|(?:has |have )?decided not to|failed to|refused to|(?:has |have )?missed (?:the|its|his|her|their|a) deadline (?:to|for)) (?:also |now )?(?<act>.*)$/u
/** `Will not sign until May`: not now, which is no change. */
const notYet = /\b(?:until|unless|before|without|if|yet|today|this (?:week|month|year))\b/
const calledOff = /^(?:called off|cancell?ed) (?<of>.*)$/u
const moved = /^(?:delayed|postponed|pushed back|put off|moved|rescheduled|deferred|brought forward) (?<of>.*)$/u
const movedTo =
  /\b(?:was|were|has been|have been|is|are) (?:now )?(?:delayed|postponed|pushed back|put off|rescheduled|deferred|brought forward)\b/u

/** `Norland signed the treaty`, `Norland has dropped its plan to …`: the promiser is the subject. */
function asSubject(text: string, { start, end }: Span, pledge: Pledge): Found | undefined {
  const before = text.slice(0, start)
  if (unsure.test(before) || hedged.test(before.trimStart())) return undefined
  const lead = gap.exec(text.slice(end))
  if (!lead) return undefined
  const at = end + lead[0].length
  const rest = text.slice(at)
  const { act } = pledge
  const done = act.past.find((form) => new RegExp(`^${form}(?= |[,.]|$)`).test(rest))
  if (done !== undefined && isObjectOf(act, rest.slice(done.length))) return { kind: 'kept', at }
  if (isPromiseTo(act, kept.exec(rest)?.groups?.of)) return { kind: 'kept', at }
  if (isPromiseTo(act, broken.exec(rest)?.groups?.of)) return { kind: 'broken', at }
  if (isPromiseTo(act, withdrawn.exec(rest)?.groups?.of)) return { kind: 'withdrawn', at }
  const not = undone.exec(rest)
  if (not && isDoing(act, not.groups?.act ?? '') && !notYet.test(not.groups?.act ?? ''))
    return { kind: /^(?:failed|refused|.*deadline)/.test(not.groups?.how ?? '') ? 'broken' : 'withdrawn', at }
  const off = calledOff.exec(rest)?.groups?.of
  if (off !== undefined && isAbout(act, ` ${off}`)) return { kind: 'withdrawn', at }
  const later = moved.exec(rest)?.groups?.of
  if (later !== undefined && isAbout(act, later)) return { kind: 'changed', at }
  const again = /^(?:will now|now plans to|now intends to) (?<act>.*)$/u.exec(
    lead[0].endsWith(' now ') ? `now ${rest}` : rest,
  )?.groups?.act
  return again !== undefined && isDoing(act, again) ? { kind: 'changed', at } : undefined
}

/** `The border was opened by Norland`, `The opening has been postponed to May, Norland said`. */
function asObject(text: string, { start, end }: Span, { act }: Pledge): Found | undefined {
  const before = text.slice(0, start)
  if (hedged.test(before)) return undefined
  const by = new RegExp(
    `^(?<thing>.*?) (?:was|were|has been|have been) (?:\\p{L}+ly )?(?:${act.past.join('|')}) by (?:the )?$`,
    'u',
  ).exec(before)
  if (by && isObjectOf(act, ` ${by.groups?.thing ?? ''}`)) return { kind: 'kept', at: start }
  const passive = movedTo.exec(before)
  const isSayer =
    /,["”’]? (?:the )?$/.test(before) && /^ (?:said|says|announced|confirmed|told)\b/.test(text.slice(end))
  if (!passive || !isSayer) return undefined
  return isAbout(act, ` ${text.slice(0, passive.index)}`) ? { kind: 'changed', at: passive.index } : undefined
}

/** What follows `pledge`: `to send engineers`, `of engineers`, `for the bridge`. */
function isPromiseTo(act: PromisedAct, of: string | undefined): boolean {
  if (of === undefined) return false
  if (of.startsWith('to ')) return isDoing(act, of.slice(3))
  const about = /^(?:of|for|on|about) /.exec(of)
  return about !== null && act.head !== undefined && isAbout(act, ` ${of.slice(about[0].length)}`)
}

/** `send engineers to the harbor`, `sending engineers`. */
function isDoing(act: PromisedAct, words: string): boolean {
  const [, verb = '', after = ''] = /^([\p{L}-]+)(.*)$/u.exec(words) ?? []
  const isVerb =
    verb === act.verb || verb === `${act.verb.replace(/e$/, '')}ing` || verb === `${act.verb}${act.verb.at(-1)}ing`
  return isVerb && isObjectOf(act, after)
}

/** Those whose job it is to determine whether a promise was kept. */
const neutral =
  /^(?:(?:an?|the|its|two|three) )?(?:\p{L}+ ){0,2}(?:courts?|judges?|tribunal|regulators?|inspectors?|observers?|monitors|auditors?|ombudsm[ae]n|watchdog|inquiry)\b/iu

/** True for somebody else's words: a known speaker other than the promiser; for a broken promise, anybody but the promiser. */
function isSaidByOther(
  found: Found,
  sentence: SentenceText,
  text: MemberText,
  pledge: Pledge,
  entities: EntityMap,
): boolean {
  const at = sentence.span.start + found.at
  const quote = text.quotes.find(({ span, isTopic }) => !isTopic && span.start <= at && at < span.end)
  if (!quote) return false
  const isOwn = pledge.agents.some(({ entity, name }) =>
    quote.speaker && entity
      ? entities.of(quote.speaker).id === entity.id
      : quote.source !== undefined && text.input.document.text.slice(quote.source.start, quote.source.end) === name,
  )
  if (isOwn) return false
  const source = quote.source ? text.input.document.text.slice(quote.source.start, quote.source.end) : ''
  if (found.kind === 'broken' && quote.kind === 'indirect' && neutral.test(source)) return false
  return found.kind === 'broken' || quote.kind !== 'indirect' || (found.kind !== 'kept' && quote.speaker !== undefined)
}

/** A date before the promise: the sentence is about another occasion. */
function isOfEarlierTime(sentence: SentenceText, text: MemberText, { at }: Pledge): boolean {
  const day = at.slice(0, 10)
  return text.times.some(({ span, kind, value }) => {
    if (kind === 'duration' || kind === 'set' || !contains(sentence.span, span)) return false
    const named = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(value)?.[0]
    return named !== undefined && named < day.slice(0, named.length)
  })
}

function withTerms(
  found: Found,
  sentence: SentenceText,
  text: MemberText,
  pledge: Pledge,
): CommitmentChange | undefined {
  const { document } = text.input
  const change = { kind: found.kind, at: document.publishedAt, citation: cite(document, sentence.span) }
  if (found.kind !== 'changed') return change
  const from = sentence.span.start + found.at
  const due = text.times.findLast(
    ({ span, kind, value }) =>
      contains(sentence.span, span) &&
      span.start > from &&
      (kind === 'date' || kind === 'time') &&
      /^\d{4}/.test(value) &&
      /\b(?:to|until|till|by|for|on|in|before)(?: (?:the|end|of|early|late|mid))* $/.test(
        document.text.slice(sentence.span.start, span.start),
      ),
  )
  // `will now` signals a change only with a new date; a delay is one by its verb.
  if (due && due.value === pledge.dueDate) return undefined
  const isByWord = moved.test(sentence.text.slice(found.at)) || movedTo.test(sentence.text.slice(found.at))
  if (!isByWord && (due === undefined || pledge.dueDate === undefined)) return undefined
  return due ? { ...change, due: cite(document, due.span), dueDate: due.value } : change
}
