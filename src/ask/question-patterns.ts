import type { QuestionKind } from '../core/answer.ts'
import { defined } from '../core/defined.ts'

/**
 * Nouns after `which` or `what` that decide the kind of answer, as alternatives of a pattern: a person, a place, an amount. They are words
 * of the news; others ask `what`.
 */
const headNouns = {
  who: `person|people|(?:wo)?m[ae]n|senators?|governors?|presidents?|justices?|judges?|magistrate|officials?|lawmakers?|legislators?|candidates?|leaders?
|ministers?|congress(?:man|woman|men)|representatives?|mayors?|actors?|actress|players?|coach|athletes?|ceos?|republicans?|democrats?|lawyers?
|attorneys?|prosecutors?|professors?|secretary|company|companies|firms?|agency|agencies|organi[sz]ations?|groups?|party|parties|country'?s?|clerics?
|pastors?|priest|bishop|pope|oligarchs?|billionaires?|editors?|reporters?|journalists?|correspondents?|columnists?|authors?|hosts?|anchors?
|associates?|aides?|advis[eo]rs?|allies|ally|spokes(?:man|woman|person)|chair(?:man|woman|person)?|directors?|executives?|activists?|donors?
|historian|economists?|experts?|analysts?|researchers?|scientists?|doctors?|diplomats?|ambassadors?|envoys?|sheriff|officers?|commanders?
|generals?|soldiers?|singers?|musicians?|orchestra|band|celebrit(?:y|ies)|teams?|clubs?|newspapers?|outlets?|networks?|broadcaster|banks?|unions?
|charit(?:y|ies)|rivals?|members?|relatives?|suspects?|witness(?:es)?|victims?`.replaceAll('\n', ''),
  where:
    `cit(?:y|ies)|countr(?:y|ies)|nations?|towns?|villages?|places?|states?|regions?|areas?|districts?|provinces?|count(?:y|ies)|continents?|islands?
|parts|capital|neighbou?rhoods?|locations?|streets?|roads?|squares?|venues?|buildings?|hotel|jails?|prisons?|hospitals?|airports?|ports?|bases?|stations?
|schools?|universit(?:y|ies)|colleges?|campus|churche?s?|mosque|synagogue|courts?|embassy|stadium|arena|restaurants?|stores?|shops?|camps?|parks?|rivers?
|seas?|oceans?|lakes?|mountains?|borders?|museums?|theat(?:er|re)s?|facilit(?:y|ies)|sites?|bridges?|valley`.replaceAll(
      '\n',
      '',
    ),
  howMany:
    `percentage|percent|share|numbers?|proportion|amount|fraction|sum|age|size|price|total|rate|portion|fee|ransom|bail|fine|penalty|reward|salary
|budget|bonus|margin|value|distance|height|weight|speed|temperature|score|tally|toll|count|turnout|population|cost`.replaceAll(
      '\n',
      '',
    ),
} as const

/** How a kind of question begins or is built, in one language. The earliest match in the text counts; of equal ones the first. */
type QuestionPattern = { readonly sort: QuestionKind; readonly pattern: RegExp }

const saying =
  'say|says|said|tell|told|claim|claims|claimed|state|stated|argue|argued|declare|declared|call|called|describe|described|warn|warned|announce|announced|suggest|suggested|think|thinks|insist|insisted|comment|commented|tweet|tweeted|write|wrote|admit|admitted|respond|responded|react|reacted|explain|explained|believe|believes|ask|asked|accuse|accused|predict|predicted|compare|compared|liken|likened|acknowledge|acknowledged|remark|remarked|note|noted|complain|complained|praise|praised|criticize|criticized|dismiss|dismissed|post|posted|joke|joked|make of|feel about|reply|replied|propose|recommend|recommended|concede|conceded|advise|advised|urge|urged|allege|alleged|testify|testified|recall|recalled|stress|stressed|caution|cautioned|emphasize|emphasized'

/** Reporting verbs: `who said`, `who warned`. Fewer than above, because `who called the police` asks for no statement. */
const quoting =
  'say|says|said|saying|tell|told|claim|claims|claimed|state|stated|argue|argued|argues|declare|declared|described|warn|warns|warned|suggested|insisted|commented|tweeted|wrote|admitted|remarked|noted|joked|compared|likened|complained|accused|predicted|vowed|acknowledged|called|asked|responded|replied|explained|believes|thinks|believe|think|quipped|stressed|promised|urged|joked|lamented|conceded|boasted|cautioned|testified|wondered|expressed|referred|refers|characterized|labeled|labelled|mocked|recalled|questioned|slammed|blasted|condemned|denounced|used the (?:words?|phrase|term)|put it|spoke of|says'

/** `which`, and up to three words before the noun that decides the kind of answer: `which two Russian associates`. */
const which =
  "\\b(?:what|which) (?:of )?(?:(?!(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|must|may|might|of|in|for|to|the|[\\p{L}]+ed)\\b)[\\p{L}\\p{N}.'’-]+ ){0,3}?"

const u = (source: string) => new RegExp(source, 'iu')

const english: readonly QuestionPattern[] = [
  {
    sort: 'who-said',
    pattern: u(
      `^(?:and )?(?:who|which (?:[\\p{L}-]+ ){1,4}?)(?: was it (?:that|who)| has| had| also)? ?(?<!\\b(?:is|are|was|were|been|being|got) )(?:${quoting})\\b(?! for\\b)`,
    ),
  },
  {
    sort: 'who-said',
    pattern: u(
      `^(?:and )?(?:whose (?:words|quote|remark|comment|statement|line)|who (?:is|was) (?:quoted|the one)|who made the (?:remark|comment|claim|statement)|to whom is)`,
    ),
  },
  {
    sort: 'said',
    pattern: u(
      `\\bwhat (?:exactly )?(?:did|does|do|has|have|had|is|was|were|would) (.+?) (?-i:(?!\\p{Lu}\\p{Ll}))(?:${saying})(?:ing)?\\b`,
    ),
  },
  {
    sort: 'said',
    pattern: u(
      `\\bhow (?:did|does|do|has|have) (.+?) (?:respond|react|describe|explain|answer|sum up|see|label|rate|characteri[sz]e|defend|justify|feel|put|comment|reply|view)\\b`,
    ),
  },
  {
    sort: 'said',
    pattern: u(
      `\\bwhat (?:is|was|were|are|'s) (.+?)(?:'s|’s|s'|s’) (?:response|reaction|view|views|comment|comments|position|stance|opinion|explanation|words|take|reply|message|warning|argument|reasoning|excuse|advice|verdict|assessment|criticism|defense|defence|answer|objection|complaint|claim|prediction|description)\\b`,
    ),
  },
  {
    sort: 'said',
    pattern: u(
      `\\bwhat (?:is|was|were|are) the (?:response|reaction|view|comment|position|stance|opinion|explanation|words) of (.+?)(?= (?:to|on|about|for|when|after|regarding)\\b|\\?|$)`,
    ),
  },
  {
    sort: 'said',
    pattern: u(
      `\\bwhat (?:reaction|response|comment|explanation|answer|excuse|statement|advice|warning)s? (?:did|does|do|has|have|had) (.+?) (?:give|given|have|offer|offered|make|made|provide|provided)\\b`,
    ),
  },
  {
    sort: 'how-many',
    pattern: u(`\\bhow (?:many|much|old|long|far|big|large|high|often|tall|fast|deep|heavy|wide)\\b`),
  },
  {
    sort: 'how-many',
    pattern: u(
      `${which}(?:${headNouns.howMany}|(?:jail|prison) (?:terms?|sentences?))\\b|\\b(?:at|to) what (?:age|rate|price|level)\\b|^(?:the )?(?:price|cost|worth|size|number|amount|value|length|height|weight|percentage) (?:of|to|for)\\b|^\\p{L}+ numbers\\b|\\bwhat (?:did|does|do|will|would|has|have|is|was) .+ (?:cost|earn|earns|insured for|set at)\\b|\\b(?:what (?:is|was) the )?(?:longest|shortest|maximum|minimum|highest|lowest) (?:[\\p{L}-]+ )?(?:term|sentence|penalty|fine|price)\\b|\\bby (?:what|which) (?:vote|margin|percentage|score|amount)\\b|\\bwhat (?:was|is|were|are) the (?:[\\p{L}-]+ )?(?:vote|score|margin|tally|toll|price|cost|number|size|population|salary|age|count|percentage|amount|fine|penalty|bail|turnout|rate)\\b|\\bhow (?:[\\p{L}]+ )?(?:many|much)\\b`,
    ),
  },
  {
    sort: 'when',
    pattern: u(
      `\\b(?:since |until |by |and )?when\\b(?! (?:did )?(?:he|she|they) (?:said|told))|\\b(?:what|which) (?:exact )?(?:days?|dates?|years?|months?|time|weeks?|weekday|hour|century|decade)\\b|^wen\\b|^when'?s\\b|\\bhow long ago\\b`,
    ),
  },
  {
    sort: 'where',
    pattern: u(
      `\\b(?:from |and )?where\\b|(?:\\b(?:in|from|to|at|on|near) )?${which}(?:${headNouns.where})\\b(?!['’]| (?:${headNouns.who}|sentences?|terms?)\\b)`,
    ),
  },
  {
    sort: 'why',
    pattern: u(
      `\\bwhy\\b|\\bhow come\\b|\\bwhat (?:caused|led|prompted|made|motivated|triggered|drove)\\b|\\b(?:what|which|for what) (?:is|was|were|are)? ?(?:the )?(?:reasons?|cause|motive|grounds)\\b|\\bover what\\b|\\bwhat reasons?\\b|\\bon what (?:[\\p{L}-]+ )?grounds?\\b|\\bwhat (?:is|was|were|are) the (?:point|purpose|aim) (?:of|behind)\\b|\\bwhat (?:is|was|were|are) .+ (?:meant|supposed|intended) to (?:achieve|do|bring)\\b`,
    ),
  },
  {
    sort: 'who',
    pattern: u(
      `\\bwho(?:m|se|'s|’s)?\\b|${which}(?:${headNouns.who})\\b|\\bwhat (?:is|was|are|were) the names? of\\b|\\bby whom\\b|^name (?:the )?(?:[\\p{L}-]+ ){0,3}?(?:${headNouns.who})\\b`,
    ),
  },
  {
    sort: 'yes-no',
    pattern: u(
      `^(?:and |so |but )?(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|didn't|doesn't|isn't|wasn't|hasn't|won't|is it true|are there)\\b`,
    ),
  },
  { sort: 'how', pattern: u(`\\bhow\\b`) },
  { sort: 'what', pattern: u(`\\bwhat(?:'s|’s)?\\b|\\bwhich\\b`) },
]

const french: readonly QuestionPattern[] = [
  {
    sort: 'who-said',
    pattern: u(`\\bqui (?:a|avait|est-ce qui a) (?:dit|déclaré|affirmé|promis|annoncé|estimé|assuré|prévenu)`),
  },
  {
    sort: 'said',
    pattern: u(
      `\\bqu(?:e|['’])\\s?(?:a|ont|dit|avait|disent)(?:-t-(?:il|elle))? ?(.+?)?\\s?(?:dit|déclaré|affirmé|répondu|annoncé)\\b`,
    ),
  },
  {
    sort: 'said',
    pattern: u(`\\bque (?:dit|disent|pense|pensent|répond) (.+?)(?= (?:de|du|des|sur|à propos|au sujet)\\b|\\s?\\?|$)`),
  },
  {
    sort: 'how-many',
    pattern: u(`\\bcombien\\b|\\bquel(?:le)? (?:nombre|part|pourcentage|montant|âge|proportion|prix)\\b`),
  },
  { sort: 'when', pattern: u(`\\bquand\\b|\\bquel(?:le)? (?:jour|date|année|mois|heure)\\b`) },
  { sort: 'where', pattern: u(`(?:^|[\\s'’])où(?=[\\s?]|$)|\\bquel(?:le)? (?:ville|pays|lieu|région)\\b`) },
  { sort: 'why', pattern: u(`\\bpourquoi\\b|\\bpour quelle raison\\b`) },
  { sort: 'how', pattern: u(`\\bcomment\\b`) },
  { sort: 'who', pattern: u(`\\bqui\\b`) },
  { sort: 'yes-no', pattern: u(`\\best-ce qu(?:e|['’])`) },
  { sort: 'what', pattern: u(`\\bqu['’](?:est-ce|a|y)|\\bque\\b|\\bquoi\\b|\\bquel(?:le)?s?\\b`) },
]

const arabic: readonly QuestionPattern[] = [
  { sort: 'who-said', pattern: /(?:^|\s)من (?:الذي |التي )?(?:قال|قالت|صرح|صرحت|أعلن|أعلنت|اكد|أكد|أكدت|وعد|حذر)/u },
  {
    sort: 'said',
    pattern:
      /(?:^|\s)(?:ماذا|ما الذي|بماذا) (?:قال|قالت|صرح|صرحت|أعلن|أعلنت|رد|ردت)ه? (.+?)(?= (?:عن|حول|بشأن|في|على)(?:\s|$)|؟|\?|$)/u,
  },
  { sort: 'how-many', pattern: /(?:^|\s)كم(?:\s|$)|ما عدد|(?:^|\s)بكم/u },
  { sort: 'when', pattern: /(?:^|\s)متى(?:\s|$)|في أي (?:يوم|عام|سنة|شهر)/u },
  { sort: 'where', pattern: /(?:^|\s)(?:أين|اين)(?:\s|$)|في أي (?:مدينة|بلد|مكان)/u },
  { sort: 'why', pattern: /(?:^|\s)(?:لماذا|لما|لِمَ)(?:\s|$)|ما سبب|ما هو سبب/u },
  { sort: 'how', pattern: /(?:^|\s)كيف(?:\s|$)/u },
  { sort: 'yes-no', pattern: /(?:^|\s)هل(?:\s|$)/u },
  { sort: 'what', pattern: /(?:^|\s)(?:ماذا|ما)(?:\s|$)/u },
  { sort: 'who', pattern: /(?:^|\s)(?:من هو|من هي|من)(?:\s|$)/u },
]

export type QuestionLanguage = 'en' | 'fr' | 'ar'

/** The language of a question, by its letters and small words; English by default. */
export function languageOfQuestion(text: string): QuestionLanguage {
  if (/[\u0600-\u06ff]/.test(text)) return 'ar'
  const isFrench =
    /(?:^|[\s'’-])(?:où|qui|quand|combien|pourquoi|comment|quel|quelle|quels|quelles|est-ce|qu['’]\p{L}+|que|le|la|les|des|du|une)(?=[\s'’?-]|$)/giu
  const isEnglish = /\b(?:who|what|when|where|how|why|which|the|did|does|is|was|of|in|and|to)\b/gi
  return (text.match(isFrench)?.length ?? 0) > (text.match(isEnglish)?.length ?? 0) ? 'fr' : 'en'
}

/** The kind of answer a text asks for, and whose statement; undefined for keywords. */
export function sortOf(
  text: string,
  language: QuestionLanguage,
): { readonly sort: QuestionKind; readonly speaker?: string; readonly at: number; readonly end: number } | undefined {
  const patterns = language === 'ar' ? arabic : language === 'fr' ? french : english
  let first: { sort: QuestionKind; speaker?: string; at: number; end: number } | undefined
  for (const { sort, pattern } of patterns) {
    const match = pattern.exec(text)
    // The question word comes first: `Why did he wait when the alarm went off?` asks why.
    if (!match) continue
    // `Did he take it as an order? What did he say?` asks what he said.
    const isAddition = sort === 'said' && /\?\s*$/.test(text.slice(0, match.index))
    if (first && match.index >= first.at && !isAddition) continue
    const speaker = sort === 'said' ? match[1]?.trim() : undefined
    first = { sort, ...defined({ speaker: speaker || undefined }), at: match.index, end: match.index + match[0].length }
    if (isAddition) return first
  }
  return first
}
