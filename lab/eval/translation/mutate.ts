/** A sentence and a right translation of it. */
export type Pair = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly original: string
  readonly translated: string
  readonly names: readonly string[]
}

export const mutations = [
  'number',
  'number left out',
  'unit',
  'negation',
  'name',
  'address',
  'markup',
  'echo',
  'cut',
  'repeated',
  'another sentence',
  'another language',
] as const
export type Mutation = (typeof mutations)[number]

const units: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bbillion\b/, 'million'],
    [/ ?(?:percent|%)/, ' points'],
    [/\bhours\b/, 'days'],
    [/\bdays\b/, 'weeks'],
    [/\byears\b/, 'months'],
    [/\bdollars\b|\$/, 'euros '],
    [/\bmetres\b/, 'kilometres'],
    [/\bkilometres\b/, 'metres'],
    [/\bthousand\b/, 'million'],
    [/\beuros\b/, 'dollars'],
  ],
  fr: [
    [/\bmilliards?\b/, 'millions'],
    [/ ?%/, ' points'],
    [/\bheures\b/, 'jours'],
    [/\bjours\b/, 'semaines'],
    [/\bans\b/, 'mois'],
    [/\bdollars\b/, 'euros'],
    [/\beuros\b/, 'dollars'],
    [/\bkm\b/, 'mètres'],
  ],
  ar: [
    [/مليار/, 'مليون'],
    [/ ?(?:في المئة|%|٪)/, ' نقطة'],
    [/ساعات/, 'أيام'],
    [/أيام/, 'أسابيع'],
    [/أسابيع/, 'أيام'],
    [/سنوات/, 'أشهر'],
    [/دولارًا/, 'يورو'],
    [/يورو/, 'دولار'],
  ],
}
const denials: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\b(does|did|has|have|could) not /, '$1 '],
    [/\bNobody\b/, 'Everybody'],
    [/\b(will|has|have|was|were|would) /, '$1 not '],
    [/\bcannot\b/, 'can'],
  ],
  fr: [
    [/n[’e] ?(a|ont|est|exclut|peut) (?:pas|jamais) ?/, '$1 '],
    [/\b(a|ont|est|sont|sera|rendra) /, 'n’$1 pas '],
  ],
  ar: [
    [/(?:لم|لن|لا) (?!يزال)/, ''],
    [/^(?=[قأاويسب])/, 'لم '],
  ],
}

/** What brings a negation in, and what has one already. */
const adds = /not|n’|لم/
const denies = /\b(?:not|no|nobody|cannot)\b|\bn[’e]|(?<!\p{L})(?:لم|لن|لا)(?!\p{L})/iu

/** A wrong translation made of a right one; undefined where the sentence gives no room for it. */
export function mutate(pair: Pair, mutation: Mutation, other: Pair): string | undefined {
  const { translated, to } = pair
  switch (mutation) {
    case 'number':
      return changed(translated, /[1-9](?=\D|$)|[\u0661-\u0669](?=\P{Nd}|$)/u, (digit) =>
        String.fromCodePoint(digit.codePointAt(0)! + (/[9\u0669]/.test(digit) ? -1 : 1)),
      )
    case 'number left out':
      return changed(translated, /\s?[\p{Nd}][\p{Nd}.,٫٬\u00a0]*/u, () => ' ')
    case 'unit':
      return firstOf(translated, units[to] ?? [], /\p{Nd}/u)
    case 'negation':
      return firstOf(
        translated,
        (denials[to] ?? []).filter(([, by]) => !adds.test(by) || !denies.test(translated)),
      )
    case 'name':
      return pair.names.length === 0 || to === 'ar' || pair.from === 'ar'
        ? undefined
        : changed(translated, new RegExp(pair.names[0]!.split(' ').at(-1)!, 'u'), () => 'Lindström')
    case 'address':
      return `${translated} https://evil.example/`
    case 'markup':
      return translated.replace(/(\p{L}{4,})/u, '<b>$1</b>')
    case 'echo':
      return pair.original
    case 'cut':
      return translated.length < 60 ? undefined : translated.slice(0, Math.floor(translated.length * 0.35))
    case 'repeated':
      return `${translated} ${translated} ${translated}`
    case 'another sentence':
      return other.translated
    case 'another language':
      return 'Het schip vertrok in de ochtend met alle passagiers aan boord naar de andere kant van de zee.'
  }
}

function changed(text: string, pattern: RegExp, make: (found: string) => string): string | undefined {
  const next = text.replace(pattern, make)
  return next === text ? undefined : next
}

function firstOf(text: string, changes: readonly (readonly [RegExp, string])[], needs?: RegExp): string | undefined {
  if (needs && !needs.test(text)) return undefined
  for (const [pattern, by] of changes) if (pattern.test(text)) return text.replace(pattern, by)
  return undefined
}
