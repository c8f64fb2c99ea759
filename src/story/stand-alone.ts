import { contains, overlaps, type Span } from '../core/span.ts'
import { primaryLanguage } from '../core/text/primary-language.ts'
import { isRunningText, type MemberText, type SentenceText } from './story-text.ts'

/** First words of a sentence that refer to the one before, by language: pronouns and connecting words. */
const OPENERS: { readonly [language: string]: string } = {
  de: 'er|sie|es|ihn|ihm|ihnen|ihre?|ihre[mnrs]|sein|seine[mnrs]?|wir|ich|dies|diese[mnrs]?|jene[mnrs]?|letztere[rs]?|erstere[rs]?|beide|davon|dazu|dafür|dagegen|dabei|damit|danach|darauf|daraufhin|darum|darüber|davor|demnach|deshalb|deswegen|daher|dennoch|trotzdem|allerdings|jedoch|hingegen|aber|doch|und|oder|denn|sondern|auch|zudem|außerdem|ferner|zuvor|später|anschließend|unterdessen|inzwischen|gleichzeitig|stattdessen|dort|hier|das (?:ist|war|sei|wäre|hat|habe|hatte|hätte|wird|werde|würde|kann|könne|soll|solle|muss|müsse|geht|gilt|zeigt|bedeutet|sagte|teilte)|nach (?:seinen|ihren) (?:angaben|worten)|laut (?:ihm|ihr|ihnen)',
  es: 'él|ella|ellos|ellas|ello|esto|eso|este|esta|estos|estas|ese|esa|esos|esas|aquel|aquella|aquellos|aquellas|su|sus|ambos|ambas|pero|sino|y|o|además|asimismo|también|tampoco|sin embargo|no obstante|por (?:eso|ello|tanto|su parte|otro lado|otra parte)|por lo tanto|así|entonces|luego|después|mientras tanto|en cambio|allí|ahí|aquí|otro|otra|otros|otras|dichos?|dichas?|según (?:él|ella|ellos|ellas)|(?:dijo|añadió|agregó|afirmó|aseguró|explicó|señaló|indicó|sostuvo|recordó|insistió|subrayó|reiteró|admitió|advirtió|concluyó|negó|detalló|precisó|apuntó)(?=,| que| también| además| haber)',
  fr: "il|elle|ils|elles|on|nous|je|cela|ceci|ça|ce|cette|ces|mais|et|or|donc|ainsi|cependant|toutefois|pourtant|celui-ci|celle-ci|ceux-ci|selon (?:lui|elle|eux)|son|sa|ses|leurs?|lui|puis|ensuite|enfin|de plus|en outre|par ailleurs|en revanche|là|c['’]est|c['’]était|celui|celle|ceux|d['’]autres|tous deux|toutes deux|cet|aussi|pour sa part|de son côté|à ses yeux|d['’]après (?:lui|elle|eux)",
  it: 'lui|lei|loro|egli|ella|essi|esse|esso|essa|questo|questa|questi|queste|quello|quella|quelli|quelle|ciò|suo|sua|suoi|sue|ma|e|ed|però|inoltre|tuttavia|quindi|così|anche|invece|poi|dopo|intanto|infine|lì|qui|entrambi|entrambe',
  ar: 'هو|هي|هم|وهو|وهي|وهم|لكنه?|لكنها|ولكن|كما|وأضاف(?:ت)?|وتابع(?:ت)?|وأوضح(?:ت)?|وأشار(?:ت)? إلى|ذلك|تلك|وذلك',
  pt: 'ele|ela|eles|elas|isto|isso|aquilo|este|esta|estes|estas|esse|essa|esses|essas|aquele|aquela|seu|sua|seus|suas|mas|e|porém|contudo|entretanto|no entanto|além disso|assim|também|então|depois|ali|aqui|ambos|ambas',
}

const READERS = new Map(
  Object.entries(OPENERS).map(([language, words]) => [
    language,
    new RegExp(`^["“„”«»‘’'–—\\-\\s(¿¡]*(?:${words})(?![\\p{L}\\p{N}])`, 'iu'),
  ]),
)

/** Whether a sentence begins with a word that refers to the sentence before; undefined for a language without a list. */
function opensLeaning(text: string, language: string): boolean | undefined {
  const base = primaryLanguage(language)
  const reader = READERS.get(base)
  return reader && (reader.test(text) || (base === 'de' && isReportedFurther(text)))
}

/** Verb forms for reported speech in German. */
const REPORTED =
  /(?<!\p{L})(?:sei|seien|habe|werde|könne|müsse|müssten|wolle|solle|dürfe|gebe|gehe|komme|stehe|bleibe|wisse|brauche)(?!\p{L})/u
const WHO_REPORTS =
  /(?<!\p{L})(?:laut|zufolge|nach (?:eigenen )?(?:Angaben|Worten|Darstellung|Aussage|Ansicht|Einschätzung)|dass|ob|wonach|als (?:ob|sei|habe)|es sei denn|heißt|hieß|\p{L}*(?:sagt|meint|erklärt|betont|behaupt|versicher|kritisier|warn|mitgeteilt|teilt|bericht|schreib|schrieb|forder|bekräftig|ergänz|beton|räum|wirft|warf|wies|weist|bestr|beklag|begründ|argumentier|ankündig|kündig|glaub|hoff|find|fand|denk|dacht|vermut|äußer|antwort|entgegn)\p{L}*)(?!\p{L})/iu

/** `Die Brücke sei sicher.`: reported speech by somebody named in an earlier sentence. */
function isReportedFurther(text: string): boolean {
  const own = text.replace(/[„“"»][^“”"«]*[“”"«]/gu, ' ')
  return REPORTED.test(own) && !WHO_REPORTS.test(own)
}

/**
 * True when a reader who sees only this sentence understands it: it is running text, ends as a sentence, does not refer to the one before
 * (`He said`, `But`, `That is why`), is not a question, and is not part of a longer quotation.
 */
export function isSelfContained(sentence: SentenceText, member: MemberText): boolean {
  const { text } = sentence
  if (!isRunningText(sentence) || !endsAsSentence(text)) return false
  if (/^(?:\.\.\.|…)/.test(text) || isCaptionByDate(text) || isCutOff(sentence, member)) return false
  if (pageFurniture.test(text) || looseCaption.test(text) || !hasBalancedMarks(text)) return false
  if (leaningMiddle.test(text)) return false
  const { language } = member.input.document
  if (isOfWriter(text, language)) return false
  if (startsWithMark(text) && namesSpeaker(sentence, member)) return true
  if (leansBack(text, language)) return false
  return !isPieceOfQuotation(sentence, member)
}

/** True when the words of a sentence need others to be understood: `He said`, `, she added`, `we`. */
export function leansOnOthers(text: string, language: string): boolean {
  return leaningMiddle.test(text) || leansBack(text, language) || isOfWriter(text, language)
}

function leansBack(text: string, language: string): boolean {
  return opensLeaning(text, language) ?? leaningStart.test(text)
}

function isOfWriter(text: string, language: string): boolean {
  return /^en\b/.test(language) && speaksOfItself.test(outsideMarks(text))
}

/** True when the quotation that opens a sentence has its speaker in the same sentence, and not as `he said`. */
function namesSpeaker(sentence: SentenceText, member: MemberText): boolean {
  const opening = member.quotes.find(
    (quote) => contains(sentence.span, quote.span) && quote.span.start - sentence.span.start <= 2,
  )
  const part = opening?.source ?? opening?.cue
  if (!opening || !part || !contains(sentence.span, part)) return false
  const after = sentence.text.slice(opening.span.end - sentence.span.start)
  return !/(?:^|[^\p{L}])(?:he|she|they|it|we|i) (?:\p{L}+ ){0,2}\p{L}+(?:ed|id|old|ote|ays|s)(?!\p{L})|said (?:he|she|they)\b/iu.test(
    after.slice(0, 40),
  )
}

/** True when the sentence is mostly a quotation whose speaker is outside of it. */
function isPieceOfQuotation(sentence: SentenceText, member: MemberText): boolean {
  return member.quotes.some((quote) => {
    if (quote.kind === 'indirect') return false
    if (!overlaps(quote.span, sentence.span)) return false
    const shared = sharedLength(quote.span, sentence.span)
    const hasCueHere = [quote.cue, quote.source].some((part) => part !== undefined && contains(sentence.span, part))
    return (
      shared > (sentence.span.end - sentence.span.start) * 0.9 ||
      (!hasCueHere && shared > 40 && startsWithMark(sentence.text))
    )
  })
}

/** A first word that refers to a sentence the reader does not see: English, and languages without a list. */
const leaningStart = new RegExp(
  `^["“”'‘’«–—\\-\\s(]*(?:${[
    "he|she|it|they|we|i|you|him|her|his|hers|its|their|theirs|our|my|he's|she's|it's|they're|we're|i'm|that's|there's",
    'this|that|these|those|such|both|neither|either|another|others|some|the (?:former|latter|pair|two|three|trio|move|incident|comments?|remarks?|statement|decision|announcement|news)',
    'but|and|or|so|yet|nor|because|however|meanwhile|moreover|furthermore|also|instead|still|then|thus|therefore|hence|additionally|besides|nevertheless|nonetheless|otherwise|likewise|similarly|afterwards?|later|earlier|elsewhere|separately|indeed|perhaps|what|which|who|why|how|when asked|at the time|even as (?:he|she|it|they)|in (?:his|her|its|their) (?:absence|place|stead)|other|(?:hours|minutes|days|weeks|months|moments|shortly|soon) (?:later|after(?:wards?)?|earlier)|in other words|even (?:better|worse|more)|all (?:two|three|four|five|six)|the same|asked (?:about|whether|if)|there|here|even so|for example|for instance|in addition|in contrast|on the other hand|as a result|at the same time|despite (?:this|that|these|those)',
    '\\p{L}+ing (?:to |on |at |for |about )?(?:this|that|these|those|it|him|her|them)',
  ].join('|')})(?![\\p{L}\\p{N}-])`,
  'iu',
)

/** Words in the middle or at the end that refer elsewhere: a pronoun as speaker (`…,” she says`), or half of a comparison. */
const leaningMiddle =
  /[,”"’'] (?:he|she|they|it) (?:\p{L}+ )?(?:says?|said|added|adds|wrote|writes|tweeted|told)(?: \p{L}+)?[.]?$|, in other words,|\beven more so\b/u

/** The writer or the reader, outside of quotation marks: a column, an invitation, or a quotation that lost its marks. */
const speaksOfItself =
  /(?<!\b(?:War|Elizabeth|Charles|James|Part|Phase|Title|Type) )\b(?:I|I['’](?:m|ve|d|ll)|me|my|myself|we|we['’](?:re|ve|d|ll)|us|our|ours|you|you['’](?:re|ve|d|ll)|your|yours)\b/u

function outsideMarks(text: string): string {
  return text.replace(/["“«][^"”»]*["”»]|(?<=^|[\s(])[‘'][^‘’']{2,}[’'](?=$|[\s.,;:!?)])/gu, ' ')
}

/** A caption or a page's own words left in the text: `FILE - In this …`, somebody who speaks or waves `…, June 30, 2020.`, `… MORE` */
const looseCaption =
  /\bfile photo\b|^(?:FILE|CLOSE)\b|\bMORE(?:['’]s)? (?=[\p{L}(])|^\p{Lu}\p{Ll}{2} \d{1,2}, \d{4};|\b(?:takes? part|speaks?|listens?|waves?|walks?|arrives?|delivers?|poses?|gestures?|looks? on|attends?|holds? (?:up|a)|talks?|meets?|stands?|sits?|leaves?|shakes?|signs?)\b[^"“]*\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\p{L}*\.? \d{1,2}, \d{4}\.?$/u

/** What pages say about themselves, not about the news. */
const pageFurniture =
  /^(?:read (?:more|also|next)|see also|sign up|subscribe|click here|follow (?:us|our)|watch(?::| (?:live|now|the))|listen(?::| to)|related(?::| )|updated?:|editor'?s? note|correction:|advertisement|copyright|©|all rights reserved|more to follow|this (?:story|article|is a (?:developing|breaking))|reporting by|additional reporting|à lire|lire aussi)|\b(?:all rights reserved|newsletter|cookies? policy|contributed to this (?:report|story)|(?:to|in) your inbox|as an interest to stay|become a member|keep this news free)\b/iu

const endsInAbbreviation = /\b(?:Sens?|Reps?|Govs?|Drs?|Mrs?|Ms|Gens?|Lt|Col|Sgt|Capt|Rev|Prof|St|v|vs)\.$/u

/** The second half of a sentence cut after an abbreviation: `Rifle Association v.`, `City of New York …`. */
function isCutOff({ index }: SentenceText, member: MemberText): boolean {
  const before = member.sentences[index - 1]
  return before !== undefined && endsInAbbreviation.test(before.text)
}

/** Ends with a whole date and has no past tense: `Gun owners gather to protest on September 14, 2019 in Columbus, Ohio.` */
function isCaptionByDate(text: string): boolean {
  const isDated =
    /\b(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)\p{L}*\.? \d{1,2}, \d{4}(?:,? (?:in|at) [^.]{3,40})?(?:, (?:in )?\p{Lu}[^.]{1,30})?\.*$/u.test(
      text,
    )
  return (
    isDated &&
    !/\b(?:was|were|had|did|said|told|became|began|took|made|won|lost|held|met|came|went|gave|left|\p{L}{3,}ed)\b/u.test(
      text,
    )
  )
}

/** Ends as a sentence, and not in an abbreviation that a name should follow: `… staunchest allies, like Sens.` */
function endsAsSentence(text: string): boolean {
  if (endsInAbbreviation.test(text)) return false
  return /[.!…。।؟][)"”'’»\]]*\s*$/u.test(text)
}

/** Double quotation marks in pairs; a single mark only if it closes one. */
function hasBalancedMarks(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  if (count(/"/g) % 2 !== 0 || count(/“/g) !== count(/”/g) || count(/«/g) !== count(/»/g)) return false
  if (count(/\(/g) !== count(/\)/g)) return false
  const opened = count(/(?:^|[\s(—–])['‘](?=[\p{L}\p{N}])/gu)
  const closed = count(/(?<=[\p{L}\p{N}.,!?…])['’](?=$|[\s.,;:!?)—–])/gu)
  return closed >= opened
}

function startsWithMark(text: string): boolean {
  return /^["“'‘«]/.test(text)
}

function sharedLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}
