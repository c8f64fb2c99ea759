import type { QuestionPattern, QuestionWords } from '../pack.ts'

/**
 * Nouns after `which` or `what` that say what sort of answer is wanted, as alternatives of a pattern: somebody, a place, an amount.
 * They are the words of news; what is not among them asks `what`.
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
|budget|bonus|margin|value|distance|height|weight|speed|temperature|score|tally|toll|count|turnout|population|cost|rises?|raises?|increases?`.replaceAll(
      '\n',
      '',
    ),
} as const

const saying =
  'say|says|said|tell|told|claim|claims|claimed|state|stated|argue|argued|declare|declared|call|called|describe|described|warn|warned|announce|announced|suggest|suggested|think|thinks|insist|insisted|comment|commented|tweet|tweeted|write|wrote|admit|admitted|respond|responded|react|reacted|explain|explained|believe|believes|ask|asked|accuse|accused|predict|predicted|compare|compared|liken|likened|acknowledge|acknowledged|remark|remarked|note|noted|complain|complained|praise|praised|criticize|criticized|dismiss|dismissed|post|posted|joke|joked|make of|feel about|reply|replied|propose|recommend|recommended|concede|conceded|advise|advised|urge|urged|allege|alleged|testify|testified|recall|recalled|stress|stressed|caution|cautioned|emphasize|emphasized'

/** Verbs after which the words are somebody's: `who said`, `who warned`. Fewer than above: `who called the police` asks for no words. */
const quoting =
  'say|says|said|saying|tell|told|claim|claims|claimed|state|stated|argue|argued|argues|declare|declared|described|warn|warns|warned|suggested|insisted|commented|tweeted|wrote (?=that\\b|(?:on|in) )|admitted|remarked|noted|joked|compared|likened|complained|accused|predicted|vowed|acknowledged|called|asked|responded|replied|explained|believes|thinks|believe|think|quipped|stressed|promised|urged|joked|lamented|conceded|boasted|cautioned|testified|wondered|expressed|referred|refers|characterized|labeled|labelled|mocked|recalled|questioned|slammed|blasted|condemned|denounced|used the (?:words?|phrase|term)|put it|spoke of|says'

/** `which`, and up to three words before the noun that says what is wanted: `which two Russian associates`. */
const which =
  "\\b(?:what|which) (?:of )?(?:(?!(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|must|may|might|of|in|for|to|the|[\\p{L}]+ed)\\b)[\\p{L}\\p{N}.'’-]+ ){0,3}?"

const u = (source: string) => new RegExp(source, 'iu')

const patterns = (): readonly QuestionPattern[] => [
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

export const englishQuestions = (): QuestionWords => ({
  signs: /\b(?:who|what|when|where|how|why|which|the|did|does|is|was|of|in|and|to)\b/gi,
  patterns: patterns(),
})
