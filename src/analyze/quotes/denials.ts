import type { Signal } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import { isInOwnWords, isUnasserted } from '../asserted.ts'
import { phraseEndingAt, phraseStartingAt } from '../grammar/noun-phrases.ts'
import type { ParsedSentence } from '../grammar/parse.ts'
import { type StatementScene, spanIn } from '../grammar/statement-scenes.ts'
import { subjectParty, tokenAt } from '../parties.ts'

/** Nouns for what can be untrue: something said, or something somebody is said to have done. */
const claim =
  '(?:claims?|notions?|ideas?|suggestions?|allegations?|accusations?|assertions?|reports?|accounts?|charges?|characteri[sz]ations?|statements?|versions?|remarks?|contentions?|narratives?|arguments?|criticisms?|theor(?:y|ies)|descriptions?|rumou?rs?|speculation|talk|findings?|conclusions?|complaints?|insinuations?|stor(?:y|ies)|concerns?|fears|calls|warnings?)'
const guilt =
  '(?:wrongdoing|responsibility|involvement|knowledge|guilt|liability|links?|ties|complicity|offen[cs]es?|corruption|counts?|role|part|existence|plans?|fraud|abuse|misconduct|collusion|negligence|blame|any|ever|it|this)'
const nonsense =
  '(?:as )?(?:an? |utter |pure |complete(?:ly)? |total(?:ly)? |entirely |“|"|‘|\')*(?:nonsense|fantasy|false|fake|baseless|untrue|unfounded|groundless|propaganda|absurd|ridiculous|rubbish|lies?|hoax|misinformation|disinformation|speculation|wrong|without foundation|without merit|inaccurate|misleading|fabricat\\p{L}+|smears?|gossip|politically motivated)'

type Rule = {
  /** The cue with its object; groups `cue`, and `object` where it follows. */
  readonly pattern: RegExp
  /** Sentences without it are not read. */
  readonly trigger: RegExp
  readonly isPassive?: true
}

const rule = (trigger: RegExp, source: string): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}’'-])${source}`, 'gud'),
  trigger,
})

const clause = '(?:[^.;:!?—–“”"()]|(?<=\\p{Lu})\\.)*'
const det =
  '(?:(?:the|a|an|any|all|this|these|those|such|his|her|its|their|both|many of the|some of the|media|press)\\s)?'

const rules: readonly Rule[] = [
  // `denied that …`, `denies taking …`, `denied any wrongdoing`, `denied the report`
  rule(
    /den(?:y|ie)/,
    `(?<cue>denied|denies|deny|denying)\\s(?<object>that\\s${clause}|(?:ever\\s|having\\s)?\\p{L}+ing\\s${clause}|${det}(?:[\\p{L}-]+\\s){0,3}?(?:${claim}|${guilt})(?!\\p{L})${clause})`,
  ),
  rule(
    /reject|dismiss|disput|refut|rebut|rebuff|rubbish|contest|back|brush|shrug|cold water|issue/,
    `(?<cue>rejected|rejects|reject|rejecting|dismissed|dismisses|dismissing|disputed|disputes|disputing|refuted|refutes|refuting|rebutted|rebuts|rebuffed|rebuffs|rubbished|rubbishes|contested|contests|contest|pushed back|pushes back|pushing back|hit back|hits back|brushed off|brushes off|brushed aside|shrugged off|poured cold water|took issue)\\s(?:against\\s|on\\s|at\\s|with\\s)?(?<object>${det}(?:[\\p{L}-]+\\s){0,2}?${claim}(?!\\p{L})${clause})`,
  ),
  rule(/dismiss/, `(?<cue>dismissed|dismisses|dismissing)\\s${nonsense}(?!\\p{L})[”"’']?\\s(?<object>${clause})`),
  rule(
    /dismiss|reject/,
    `(?<cue>dismissed|dismisses|dismissing|rejected|rejects)\\s(?<object>[^.;:,!?—–“”"()]{2,80}?)\\sas\\s${nonsense}`,
  ),
  rule(
    /call|descri|brand|label|slam|denounc/,
    `(?<cue>called|calls|described|describes|branded|labell?ed|slammed|denounced)\\s(?<object>${det}(?:[\\p{L}-]+\\s){0,2}?${claim}(?!\\p{L})[^.;:,!?—–“”"()]{0,60}?)\\s${nonsense}`,
  ),
  rule(
    /disput|contest/,
    `(?<cue>disputed|disputes|dispute|contested|contests|contest)\\s(?<object>(?:that|whether|how)\\s${clause})`,
  ),
  // `insisted it had not known`
  rule(
    /insist|maintain/,
    `(?<cue>insisted|insists|insisting|maintained|maintains|maintaining)\\s(?<object>(?:that\\s)?(?:[\\p{L}’'-]+\\s){0,6}?(?:\\p{L}+n[’']t|not|never|no|nothing|neither)\\s${clause})`,
  ),
  rule(/not guilty/, '(?<cue>(?:pleaded|pleads|pled) not guilty)(?:\\sto\\s(?<object>[^.;:,!?—–“”"()]*))?'),
  // `The claim has been denied by the ministry`
  {
    trigger: /(?:denied|rejected|dismissed|disputed|refuted) by/,
    isPassive: true,
    pattern: new RegExp(
      `(?<![\\p{L}’'-])${claim}\\s(?:has|have|had|was|were|is|are)\\s(?:been\\s|being\\s)?(?:\\p{L}+ly\\s)?(?<cue>denied|rejected|dismissed|disputed|refuted)\\sby\\s(?!(?:the\\s|a\\s)?(?:\\p{L}+\\s)?(?:courts?|judges?|jury|tribunal|magistrates?)(?!\\p{L}))`,
      'giud',
    ),
  },
]

/** What somebody says is not so, with the words for it: each denial that a sentence asserts in the reporter's words. */
export function denialsIn(scene: StatementScene, sentence: ParsedSentence): Signal[] {
  const found: Signal[] = []
  for (const { pattern, trigger, isPassive } of rules) {
    if (!trigger.test(scene.text)) continue
    for (const match of scene.text.matchAll(pattern)) {
      const cue = match.indices?.groups?.cue
      if (!cue) continue
      const span = spanIn(scene, cue[0], cue[1])
      if (found.some((other) => other.span.start < span.end && span.start < other.span.end)) continue
      if (isInOwnWords(scene, span.start) || (!isPassive && isLost(scene, cue[0]))) continue
      const made = isPassive
        ? passive(scene, sentence, match, span)
        : active(scene, sentence, match.indices?.groups?.object, span)
      if (made) found.push(made)
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}

/** Negated, possible, planned; `no denying`, `accused of denying`; `a disputed report`. */
function isLost({ text }: StatementScene, at: number): boolean {
  const before = text.slice(0, at).trimEnd()
  if (isUnasserted(before)) return true
  return (
    /\b(?:no|of|for|by|from|in|a|an|the|who|asked (?:about|if|whether)[^,]*)$/i.test(before.slice(-60)) &&
    !/\bwho$/i.test(before)
  )
}

function active(
  scene: StatementScene,
  sentence: ParsedSentence,
  object: [number, number] | undefined,
  span: Signal['span'],
): Signal | undefined {
  const denier = subjectParty(scene.doc.text, sentence, span.start, scene.mentions)
  const denied = object && deniedSpan(scene, object)
  return {
    span,
    kind: 'denial',
    ...defined({ denier, denied: denied && { span: denied } }),
    sentence: scene.index,
  }
}

/** The words for what is denied: of `claims that …` the clause, else the whole object, up to the next clause. */
function deniedSpan(scene: StatementScene, [from, to]: [number, number]): Signal['span'] | undefined {
  const words = scene.text.slice(from, to)
  const lead = /^(?:(?:[\p{L}’'-]+\s){0,5}?that\s)/iu.exec(words)?.[0].length ?? 0
  const tail =
    /,?\s(?:saying|insisting|adding|and (?:said|says|told|called|accused|promised|vowed|his|her|its|their)|but|while|after|when|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|,/iu.exec(
      words.slice(lead),
    )
  const end = tail ? lead + tail.index : words.length
  const trimmed = words.slice(lead, end).trimEnd()
  return trimmed === '' ? undefined : spanIn(scene, from + lead, from + lead + trimmed.length)
}

function passive(
  scene: StatementScene,
  sentence: ParsedSentence,
  match: RegExpExecArray,
  span: Signal['span'],
): Signal | undefined {
  const { tokens } = sentence
  const noun = tokenAt(sentence, spanIn(scene, match.index, match.index).start)
  const by = tokenAt(sentence, spanIn(scene, match.index + match[0].length, 0).start)
  const agent = phraseStartingAt(tokens, by)
  if (!tokens[noun] || !agent) return undefined
  const subject = phraseEndingAt(tokens, noun)
  const denier = { start: tokens[agent.first]?.start ?? 0, end: tokens[agent.last]?.end ?? 0 }
  const entity = scene.mentions.find((each) => each.form === 'name' && each.span.end === denier.end)?.entity
  return {
    span,
    kind: 'denial',
    denier: entity ? { span: denier, entity } : { span: denier },
    denied: { span: { start: tokens[subject.first]?.start ?? 0, end: tokens[noun]?.end ?? 0 } },
    sentence: scene.index,
  }
}
