const body =
  'governments?|minist(?:ry|er|ries|ers)|council(?:lor)?s?|cabinet|parliament|senate|congress|union|unions|company|companies|firms?|operators?|authority|authorities|agency|agencies|commission|committee|board|bank|banks|police|army|military|navy|court|party|parties|coalition|opposition|club|university|hospital|school|church|museum|airline|railway|employers?|president|chancellor|mayor|governor|king|queen|chairman|chairwoman|chair|director|spokes(?:man|woman|person)|leaders?|officials?|sides|countr(?:y|ies)|nations?|states?|kingdom|republic|bloc|federation|association|organi[sz]ation|group|foundation|regulator|insurers?|owners?|utility|administration|department|office|city|town|region|district|province|consortium|corporation|chain|retailers?|(?:car)?makers?|manufacturers?|developers?|publishers?|charity|charities|league|embassy|tribunal|palace|institute|network|suppliers?|start-?up|regulators?|broadcasters?|brewer|carrier|lenders?|insurgents|rebels|militia|junta|garrison'

/** A noun for a body or an office that can promise. */
export const bodyNoun = new RegExp(`(?:${body})(?![\\p{L}])`, 'iu')
const bodyAtEnd = new RegExp(
  `(?<![\\p{L}])(?:${body}|ministers|unions|members|lawmakers|allies|deputy|secretary|manager|chief executive|MPs|senators|fighters|militants|negotiators|diplomats|envoys|doctors|nurses|teachers|drivers|pilots|workers|staff|cleaners|farmers|fishermen|firefighters|organi[sz]ers|campaigners|prosecutors|lawyers|engineers|scientists|shareholders|landlords|supermarkets|clubs|partners|parties|factions|commanders|troops|forces|crews|volunteers)$`,
  'iu',
)

/** True when the words for a party end in a noun for a body or an office: `both sides`, `the other members`. */
export function endsInBody(words: string): boolean {
  return bodyAtEnd.test(words)
}

/** `The health ministry`, `The government of Norland`, `Ministers`: bodies and offices that can promise, not plans or weather. */
const described = new RegExp(
  `^(?:The (?:[\\p{L}’'-]+ ){0,3}?(?:${body})|(?:Ministers|Officials|Police|Employers|Insurers))(?: (?:of|for|in) (?:the )?\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+){0,3})?(?![\\p{L}’'-])`,
  'u',
)
const named = /^\p{Lu}[\p{L}\p{M}’'&-]*(?: (?:\p{Lu}|&)[\p{L}\p{M}’'&-]*){0,4}(?![\p{L}’'-])/u
const determiner = /^(?:The|An?|This|That|These|Those|It|He|She|They|We|I|You|There|No|Its|His|Her|Their|Our)\b/
/** What may be between a subject and its verb: an apposition, an auxiliary, an adverb. */
const upToVerb =
  /^(?:, (?:which|who|an?|the) [^,.;:]{3,90},)?(?: (?:has|have|had|also|already|now|since|jointly|publicly|later|then|both|today|yesterday|on \p{Lu}\p{L}+day))*\s*$/u
const upToAnyVerb =
  /^(?:, (?:which|who|an?|the) [^,.;:]{3,90},)? (?:has|have|had|is|are|was|were|will|said|says|\p{L}{3,}ed)\b/u

/**
 * The subject that a sentence opens with, as written, when nothing but auxiliaries is between it and the verb at the end
 * of `before`: a body or office (`The government`) or a name. A single capitalized word is a name only where `text` also
 * writes it in the middle of a sentence or as part of a longer name. Undefined for plans, people in general and pronouns.
 */
export function subjectPhrase(before: string, text: string): string | undefined {
  return phraseBefore(before, text, upToVerb)
}

/** What `It` at the start of the next sentence stands for: the body or name that this sentence has as its opening subject. */
export function openingSubject(sentence: string, text: string): string | undefined {
  return phraseBefore(sentence, text, upToAnyVerb)
}

function phraseBefore(words: string, text: string, rest: RegExp): string | undefined {
  const body = described.exec(words)?.[0]
  if (body && rest.test(words.slice(body.length))) return body
  const name = named.exec(words)?.[0]
  if (!name || determiner.test(name) || !rest.test(words.slice(name.length))) return undefined
  return name.includes(' ') || isNameIn(name, text) ? name : undefined
}

/** How much of a text, in characters, and how many places of the word are looked at: the time stays linear. */
const searched = 50_000
const mostPlaces = 40

function isNameIn(word: string, whole: string): boolean {
  const text = whole.slice(0, searched)
  let places = 0
  for (let at = text.indexOf(word); at >= 0 && places < mostPlaces; at = text.indexOf(word, at + 1), places++)
    if (
      /[\p{Ll},] $/u.test(text.slice(Math.max(0, at - 2), at)) ||
      /^ \p{Lu}\p{Ll}/u.test(text.slice(at + word.length))
    )
      return true
  return false
}
