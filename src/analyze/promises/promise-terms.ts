import type { TimeExpression } from '../../core/annotation.ts'
import type { StatedCommitment } from '../../core/commitment.ts'
import { defined } from '../../core/defined.ts'
import { overlaps, type Span } from '../../core/span.ts'
import { type StatementScene, spanIn } from '../grammar/statement-scenes.ts'
import { isoDay, localDayOf } from '../times/time-calendar.ts'

const conditionPattern =
  /(?<!\b(?:see|know|ask|asked|wonder|determine|decide|check|consider|question|unclear|sure|doubt) |\beven |\bas |\bfor |\bhad |\bhas |\bwas |\bwere |\bat )\b(?:(?:only )?if(?! you\b| not\b| ever\b)|once(?= (?:the|an?|he|she|it|they|we|all|both|this|that|\p{Lu}))|unless|provided(?: that|(?= (?:the|an?|he|she|it|they|we|all)))|as long as|on (?:the )?condition that|only after)\b(?:[^,.;:—–]|(?<=\d)[.,](?=\d)|(?<=\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|U\.S|U|U\.K))\.){6,}/iu

/** What a promise hangs on, whose content begins at `at`: the clause of `if`, `unless`, `once`, `provided that`. */
export function conditionIn(scene: StatementScene, at: number): Span | undefined {
  const match = conditionPattern.exec(scene.text)
  if (!match) return undefined
  // `“If we can, we must,” she said. “And I will …”`: two sentences, taken as one.
  const between = scene.text.slice(Math.min(match.index, at), Math.max(match.index, at))
  if (/\p{Ll}{2}[.!?]["”’]? ["“”‘]?\p{Lu}/u.test(between)) return undefined
  if (
    /, (?:and|but|while) (?:\p{L}+ ){0,3}?(?:\p{L}+['’]re|is|are|was|were|will|would|has|have|said|says)(?!\p{L})/u.test(
      between,
    )
  )
    return undefined
  // `If they fail it will close`: where the clause ends is not marked.
  if (/ (?:will|would|can|could|['’]ll) /u.test(match[0].slice(8)) && match.index < at) return undefined
  const clause = match[0].replace(/[\s"'“”‘’)]+$/u, '')
  return spanIn(scene, match.index, match.index + clause.length)
}

/** A time that lies ahead of the article, or a span of time from now, after the place `at`: `by Friday`, `within two weeks`. */
export function deadlineIn(scene: StatementScene, at: number, end: number): StatedCommitment['deadline'] {
  const { text, doc, span } = scene
  const today = doc.publishedAt.slice(0, 10)
  const condition = conditionIn(scene, at)
  const due = scene.times.find((time) => {
    if (condition && overlaps(condition, time.span)) return false
    if (time.span.start < span.start + at) return false
    if (time.span.start > span.start + end + 2 || isOfClauseInside(text.slice(at, time.span.start - span.start)))
      return false
    if (scene.quotes.some((quote) => quote.when && overlaps(quote.when, time.span))) return false
    const before = text.slice(0, time.span.start - span.start)
    if (/\b(?:said|says|told|announced|wrote|added|reported)(?: on| late| early)?\s*$/i.test(before)) return false
    if (isPartOfName(scene, time)) return false
    if (time.kind === 'duration') return /\b(?:within|in|over)(?: the)?(?: next| coming)?\s*$/i.test(before)
    // In a promise `by 8 September` lies ahead, whichever year a reader of dates alone takes it for.
    if (limit.test(before) && !/\d{4}/.test(doc.text.slice(time.span.start, time.span.end))) return true
    if (isWeekday(scene, time)) return true
    const day = dayOf(time)
    if (day === undefined || day < today.slice(0, day.length)) return false
    return day > today.slice(0, day.length) || limit.test(before) || /\b(?:at|around|later|on)\s*$/i.test(before)
  })
  if (!due) return endOfPeriod(scene, at)
  const before = text.slice(0, due.span.start - span.start)
  const lead = /\b(?:by|before|until|within|on)(?: (?:the|next|coming|end|of|early|late|mid))* $/i.exec(before)
  const day = dayOf(due)
  const isKnown = due.kind === 'duration' || (day !== undefined && day >= today.slice(0, day.length))
  const ahead = isKnown ? due.value : isWeekday(scene, due) ? weekLater(due) : undefined
  return {
    span: { start: due.span.start - (lead?.[0].length ?? 0), end: due.span.end },
    ...defined({ value: ahead }),
  }
}

/** `an April 2 deadline`, `in less than 18 months`: a time that names or measures something else. */
function isPartOfName({ doc: { text } }: StatementScene, { span }: TimeExpression): boolean {
  const isNamed = /\b(?:an?|the|its|his|her|their) $/i.test(text.slice(Math.max(0, span.start - 8), span.start))
  if (/^['’]s?\b/u.test(text.slice(span.end, span.end + 3)))
    return (
      !/\b(?:on|by|before|until|at) $/i.test(text.slice(Math.max(0, span.start - 8), span.start)) &&
      /\b(?:marking|celebrating|honou?ring|commemorating|for|of) $/i.test(
        text.slice(Math.max(0, span.start - 14), span.start),
      )
    )
  if (isNamed && /^ \p{Ll}/u.test(text.slice(span.end, span.end + 2))) return true
  return /^(?:less|more|fewer) than\b/i.test(text.slice(span.start, span.end))
}

/** `the elections that are scheduled for March`: a time of something else. */
function isOfClauseInside(between: string): boolean {
  return /\b(?:that|which|who|whose|when|had|was|were|did|(?:before|after|as|while|until) (?:he|she|it|they|we|the \p{Ll}+|\p{Ll}+ing))\b|\b\p{Ll}{2,}ed (?!by|before|until|within)/u.test(
    between,
  )
}

/** A weekday without `last` is ahead when somebody promises something for it. */
function isWeekday({ doc }: StatementScene, { kind, span }: TimeExpression): boolean {
  return (
    kind === 'date' && /^(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(doc.text.slice(span.start, span.end))
  )
}

/** The same weekday a week on: read as past by a sentence that says `would`. */
function weekLater({ value }: TimeExpression): string | undefined {
  const day = localDayOf(value)
  return day === undefined ? undefined : isoDay(day + 7)
}

const limit = /\b(?:by|before|until)(?: (?:the|end|of|early|late|mid))*\s*$/i

function dayOf({ value }: TimeExpression): string | undefined {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(value)?.[0]
}

/** `before the end of the year`: a limit that no date is read from. */
function endOfPeriod(scene: StatementScene, at: number): StatedCommitment['deadline'] {
  const found =
    /\b(?:by|before|until) (?:the )?end of (?:the|this|next) (?:week|month|year|decade|summer|winter|spring)\b/i.exec(
      scene.text.slice(at),
    )
  return found ? { span: spanIn(scene, at + found.index, at + found.index + found[0].length) } : undefined
}

const contentEnd =
  /[;:!?—–]|["”](?=[\s,.]|$)|\.(?=["'”’]?$)|,["'”’]?\s(?=(?:[\p{L}.’'-]+\s){0,6}(?:said|says|told|announced|according|added|reported)(?!\p{L})|(?:but|while|which|who|and|saying|as|after|provided|unless|if|once|because|although|though|or|with|in comments)(?!\p{L}))|,\s(?=\p{Ll}{2,}ed\s)|\s(?=(?:but|because|although|despite|amid|until (?:the|an?|he|she|it|they|we|all|its|his|her|their)|and (?:is|was|has|will|would|he|she|it|they|we|I|said|denied))(?!\p{L}))/u

/** Where the clause that begins at `at` ends, in the sentence. */
export function clauseEnd({ text }: StatementScene, at: number): number {
  const stop = contentEnd.exec(text.slice(at))
  return stop ? at + stop.index : text.length
}

/** What is promised: from `at` to the end of its clause, without condition and due time at its end. */
export function contentFrom(
  scene: StatementScene,
  at: number,
  terms: { readonly condition: Span | undefined; readonly deadline: Span | undefined },
): Span {
  const { text, span } = scene
  let end = clauseEnd(scene, at)
  for (const term of [terms.condition, terms.deadline, terms.condition]) {
    if (!term) continue
    const start = term.start - span.start
    const isAtEnd = term.end - span.start >= end - 2
    if (start > at && start < end && (isAtEnd || term === terms.condition)) end = start
  }
  const words = text.slice(at, end).replace(/[\s,.("'“‘]+$/u, '')
  return spanIn(scene, at, at + Math.max(1, words.length))
}
