import type { Mention } from '../../../src/core/annotation.ts'
import type { NumberedSentence } from '../../../src/core/claim.ts'
import type { StorySentences } from './story-sentences.ts'

/** A true claim of one or two sentences, before anything is done to it. */
export type MadeClaim = { readonly kind: string; readonly text: string; readonly from: readonly NumberedSentence[] }

type Maker = (sentence: NumberedSentence, story: StorySentences) => string | undefined

const words = ({ document, span }: NumberedSentence): string => document.text.slice(span.start, span.end)
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const ended = (text: string): string => `${text.replace(/[\s,;:–—-]+$/, '')}.`
const isWhole = (text: string): boolean =>
  text.split(' ').length > 4 && (text.match(/["“”]/g)?.length ?? 0) % 2 === 0 && !/[(][^)]*$/.test(text)
const says = 'said|says|told reporters|added|wrote|stated'

/** A shape of true claims, by its name: each says less than its sentence, or the same in another form. */
export const makers: { readonly [kind: string]: Maker } = {
  verbatim: words,
  trailTrimmed(sentence) {
    const text = words(sentence)
    const match =
      /^(.{30,}?),\s(?:which|who|where|while|after|before|as|following|during|including|making|leaving|with|amid|despite|although|though)\s[^“”"]+$/.exec(
        text,
      )
    return match?.[1] && isPlain(text.slice(match[1].length)) && isWhole(match[1]) ? ended(match[1]) : undefined
  },
  phraseTrimmed(sentence) {
    const text = words(sentence)
    const match = /^(.{30,})\s(?:in|on|at|near|during|after|before|amid|since|from)\s[^,;:“”"]{3,60}\.$/.exec(text)
    const isSafe =
      match?.[1] &&
      !/\b(?:no|not|never|only|all|every|each|most|many|some|few|any|n't|without|if|unless|more|less|than|between|of|to|and|or|as|that|who|whether)\b[^,]*$|n[’']t\b/.test(
        match[1],
      )
    return isSafe &&
      match?.[1] &&
      isPlain(text.slice(match[1].length)) &&
      isWhole(match[1]) &&
      !/\b(?:and|or|but|the|a|an|when|if|where|\w+ing)$/.test(match[1])
      ? ended(match[1])
      : undefined
  },
  leadTrimmed(sentence) {
    const text = words(sentence)
    const match =
      /^(?:In(?! (?:some|many|most|few|no|certain) )|On|After|During|At|For|With|Since|Before|Amid|Despite|Following|By|From|As of|But|And|However|Meanwhile|Still)\b[^,;:“”"]{0,60},\s([\p{L}"“].{30,})$/u.exec(
        text,
      )
    return match?.[1] &&
      isPlain(text.slice(0, 70)) &&
      /^(?:the|a|an|[A-Z][a-z]+|he|she|they|it)\s/.test(match[1]) &&
      isWhole(match[1])
      ? upper(match[1])
      : undefined
  },
  insetTrimmed(sentence) {
    const text = words(sentence)
    if (/["“”]/.test(text)) return undefined
    const match = /^(.{8,}?),\s(?:who|which|whose)\s[^,;:“”"]{5,80},\s(\w.{15,})$/.exec(text)
    if (!match?.[1] || !match[2] || /^(?:and|or|but|who|which)\b/.test(match[2]) || /,/.test(match[1])) return undefined
    return isWhole(`${match[1]} ${match[2]}`) ? `${match[1]} ${match[2]}` : undefined
  },
  appositionTrimmed(sentence) {
    const text = words(sentence)
    const match =
      /^((?:[A-Z][\p{L}.’'-]+ ?){1,4}), (?:a|an|the) [^,;:“”"]{5,70}, ((?:has|had|was|is|will|said|told|called|announced|wrote|won|lost|asked|\w+ed) [^“”"]{15,})$/u.exec(
        text,
      )
    return match?.[1] && match[2] && !/^(?:and|or|who)\b/.test(match[2]) ? `${match[1]} ${match[2]}` : undefined
  },
  dayFirst(sentence) {
    const text = words(sentence)
    const match =
      /^((?:The|A|An|[A-Z]\w+) [^,;:“”"()—–-]{20,150}) (on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.$/.exec(text)
    const [, told, day] = match ?? []
    if (
      !told ||
      !day ||
      /\b(?:to|that|who|which|said|says|told|and|but|as|while|after|before|if|whether|day|week|announced|wrote)\b/.test(
        told,
      )
    )
      return undefined
    return `${upper(day)}, ${lowered(told, sentence)}.`
  },
  accordingTo(sentence) {
    const said = saidFirst(words(sentence)) ?? saidLast(words(sentence))
    return said && `According to ${inner(said.who, sentence)}, ${said.what}.`
  },
  saidLast(sentence) {
    const said = saidFirst(words(sentence))
    return said && `${upper(said.what)}, ${inner(said.who, sentence)} said.`
  },
  saidFirst(sentence) {
    const said = saidLast(words(sentence))
    return said && `${upper(said.who)} said that ${lowered(said.what, sentence)}.`
  },
  shortName: (sentence) =>
    renamed(sentence, ({ entity, span }, text) => {
      const name = text.slice(span.start, span.end)
      const last = name.split(' ').at(-1) as string
      return /^\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+$/u.test(name) && entity.name === name ? last : undefined
    }),
  fullName: (sentence) =>
    renamed(sentence, ({ entity, span }, text) => {
      const name = text.slice(span.start, span.end)
      const isTitled = /(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? $/.test(text.slice(0, span.start))
      return !isTitled &&
        !name.includes(' ') &&
        /^\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+$/u.test(entity.name) &&
        entity.name.endsWith(` ${name}`)
        ? entity.name
        : undefined
    }),
  numberForm: (sentence) => otherForm(words(sentence)),
  datedOut(sentence) {
    const { document, annotations, span } = sentence
    const time = (annotations.times?.items ?? []).find(
      (each) =>
        each.span.start >= span.start &&
        each.span.end <= span.end &&
        each.kind === 'date' &&
        !each.until &&
        /^\d{4}-\d\d-\d\d$/.test(each.value) &&
        /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(document.text.slice(each.span.start, each.span.end)),
    )
    if (!time) return undefined
    const before = document.text.slice(span.start, time.span.start)
    if (!/\bon $/.test(before)) return undefined
    const day = monthAndDay.format(new Date(`${time.value}T12:00:00Z`))
    return before + day + document.text.slice(time.span.end, span.end)
  },
}

const monthAndDay = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' })

/** A claim of two sentences of one article, joined. */
export function joined(a: NumberedSentence, b: NumberedSentence, word: string): string | undefined {
  const [first, second] = [words(a), words(b)]
  if (!/\w\.$/.test(first) || /["“”]/.test(first + second) || first.length + second.length > 420) return undefined
  return `${first.slice(0, -1)}${word} ${lowered(second, b)}`
}

/** What is left out neither doubts, nor says by whom or on what condition. */
function isPlain(left: string): boolean {
  return !/\b(?:said|says|say|told|according|if|unless|until|provided|allegedly|reportedly|likely|may|might|could|would|not|never|claim\w*|argu\w+|alleg\w+|believ\w+|except|only|expected|think\w*|warn\w*|add\w*|deni\w+)\b|n[’']t/i.test(
    left,
  )
}

type Said = { readonly who: string; readonly what: string }

function saidFirst(text: string): Said | undefined {
  const match = new RegExp(
    `^((?:The |Mr\\. |Ms\\. )?[A-Z][^,;:“”"]{1,50}?) (?:${says}) (?:that )?((?:the|a|an|he|she|they|it|[A-Z]\\w+)\\s[^“”"]{25,})\\.$`,
  ).exec(text)
  const [, who, what] = match ?? []
  if (!who || !what || /\b(?:who|which|that|and|but|has|had|was|is|have|if|when|after|not)\b/.test(who))
    return undefined
  return /^(?:he|she|they|it|i|we)\b/i.test(what) ||
    /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(?:He|She|It|They|In|On)\b/.test(what) ||
    /^(?:He|She|They|It|I|We)$/.test(who)
    ? undefined
    : { who, what }
}

function saidLast(text: string): Said | undefined {
  const match = /^([A-Z][^“”"]{30,}), ((?:the )?[\p{L}.’' -]{3,40}?) (?:said|says)\.$/u.exec(text)
  const [, what, who] = match ?? []
  if (!who || !what || /\b(?:who|which|that|and|but|has|had|was|is|have|as)\b|^(?:he|she|they|it)$/i.test(who))
    return undefined
  return /^(?:But|And|So|Yet)\b/.test(what) ? undefined : { who, what }
}

/** Without the capital of a sentence's first word, where it is no name. */
function lowered(text: string, sentence: NumberedSentence): string {
  return /^(?:The|A|An|In|On|At|He|She|It|They|There|This|That|These|Those|His|Her|Its|Their|More|Some|Many|After|For|But|And|With|As|When|Two|One|Three|Officials|Police|Authorities|Republicans|Democrats)\b/.test(
    text,
  ) && !isNamed(sentence)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}

function inner(who: string, _: NumberedSentence): string {
  return who.replace(/^The /, 'the ')
}

function isNamed({ annotations, span }: NumberedSentence): boolean {
  return (annotations.mentions?.items ?? []).some(
    (mention) => mention.form === 'name' && mention.span.start === span.start,
  )
}

function renamed(
  sentence: NumberedSentence,
  nameOf: (mention: Mention, text: string) => string | undefined,
): string | undefined {
  const {
    document: { text },
    annotations,
    span,
  } = sentence
  for (const mention of annotations.mentions?.items ?? []) {
    if (
      mention.form !== 'name' ||
      mention.kind !== 'person' ||
      mention.span.start < span.start ||
      mention.span.end > span.end
    )
      continue
    const name = nameOf(mention, text)
    const quoted = text.slice(span.start, mention.span.start).match(/["“”]/g)?.length ?? 0
    if (name === undefined || quoted % 2 === 1) continue
    return text.slice(span.start, mention.span.start) + name + text.slice(mention.span.end, span.end)
  }
  return undefined
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

/** The first number in another form: `13` for `thirteen`, `$1,300,000,000` for `$1.3 billion`. */
function otherForm(text: string): string | undefined {
  if (/["“”]/.test(text)) return undefined
  const scaled = /(\$?)(\d+(?:\.\d+)?) (million|billion)\b/.exec(text)
  if (scaled) {
    const value = Math.round(Number(scaled[2]) * (scaled[3] === 'million' ? 1e6 : 1e9))
    return replaceAt(text, scaled, `${scaled[1]}${value.toLocaleString('en-US')}`)
  }
  const word = new RegExp(
    `(?<![\\w-])(${small.slice(2, 20).join('|')})(?= (?:\\w+ )?\\w+s\\b)(?!-)(?! (?:hundred|thousand|million|billion|dozen))`,
  ).exec(text)
  if (word) return replaceAt(text, word, String(small.indexOf(word[1] as string)))
  const digits =
    /(?<![\w$€£.,:/#-])(\d{1,2})(?= (?!percent|million|billion|thousand|hundred|a\.m|p\.m)(?:\w+ )?\w+s\b)/.exec(text)
  if (
    digits &&
    Number(digits[1]) > 1 &&
    Number(digits[1]) < 21 &&
    !/(?:January|February|March|April|May|June|July|August|September|October|November|December|\w{3}\.) $/.test(
      text.slice(0, digits.index),
    )
  )
    return replaceAt(text, digits, small[Number(digits[1])] as string)
  const percent = /(?<![-\d])(\d+(?:\.\d+)?)( percent|%)(?!-)/.exec(/percent-to|%-to/.test(text) ? '' : text)
  return percent ? replaceAt(text, percent, percent[2] === '%' ? `${percent[1]} percent` : `${percent[1]}%`) : undefined
}

function replaceAt(text: string, match: RegExpExecArray, by: string): string {
  return text.slice(0, match.index) + by + text.slice(match.index + match[0].length)
}
