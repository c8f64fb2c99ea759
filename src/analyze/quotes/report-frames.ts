import type { ComplementKind } from '../grammar/complements.ts'
import { formsOf } from './cue-verbs.ts'

/**
 * How often a frame is a report, pooled over its rows (`indirect-confidence.ts` has the shares): the page says "probably"
 * of `likely` and `doubtful` ones.
 */
export type Grade = 'sure' | 'likely' | 'doubtful'

/** `passive by`: `was rejected by X`; `passive`: said of its subject by nobody named, `is expected to`, `was asked about`. */
export type FrameKind =
  | ComplementKind
  | 'topic as'
  | 'topic named'
  | 'topic spoken'
  | 'passive by'
  | `passive ${'to' | 'as' | 'for' | 'about' | 'question' | 'of' | 'that' | 'with'}`

/** `isTopic`: the complement names what was spoken of; it is not what was said of it. */
export type Frame = { readonly grade: Grade; readonly isTopic: boolean; readonly by?: 'outlet' }

type Row = {
  readonly verbs: string
  /** The word that belongs to the verb: `point out`, `make clear`. */
  readonly with?: string
  readonly takes: readonly FrameKind[]
  readonly grade: Grade
  /** Only a topic though it is a clause: `declined to comment`. */
  readonly isTopic?: true
  /** Only with such a subject: `the agency understands`. */
  readonly by?: 'outlet'
}

/** Complements that tell what was said; the others name what was spoken of. */
const TELLS: ReadonlySet<FrameKind> = new Set(['that', 'clause', 'question', 'to', 'passive to'])

/** Verbs with the complement that makes them a report. A verb may stand in many rows. */
const ROWS: readonly Row[] = [
  // Judgments of somebody or something.
  {
    verbs: `criticize criticise describe accuse praise reject blame denounce dismiss blast mock applaud slam thank assail
      credit liken rebuke chide deride ridicule decry lament portray characterize characterise tout question hail laud
      disparage lambaste scold castigate excoriate skewer condemn rip label brand dub bash downplay insult vilify commend
      congratulate demonize pillory belittle disavow repudiate bemoan fault extol dispute refute rebut`,
    takes: ['topic'],
    grade: 'sure',
  },
  { verbs: 'defend endorse attack oppose prefer condemn invoke', takes: ['topic'], grade: 'likely' },
  {
    verbs: `criticize criticise reject dismiss echo condemn praise denounce mock share applaud attack support endorse blame
      question oppose describe portray`,
    takes: ['passive by'],
    grade: 'sure',
  },
  {
    verbs: 'criticize criticise blame praise credit attack accuse',
    takes: ['passive for', 'passive of'],
    grade: 'sure',
  },
  { verbs: 'see view paint regard frame depict present', takes: ['topic as'], grade: 'likely' },
  { verbs: 'see view regard describe portray', takes: ['passive as'], grade: 'likely' },
  // Speaking of something, its content left open.
  {
    verbs: `mention cite express recall reference voice list outline acknowledge explain tweet remind note repeat stress
      emphasize emphasise highlight distance reiterate recount underscore announce propose retweet recite list compare quote email order unveil detail persuade remember reassert preview propose`,
    takes: ['topic'],
    grade: 'likely',
  },
  { verbs: 'refer allude point', takes: ['to whom'], grade: 'sure' },
  { verbs: 'apologize apologise complain', takes: ['to whom', 'for', 'about'], grade: 'sure' },
  { verbs: 'speak', takes: ['about', 'of'], grade: 'sure' },
  { verbs: 'talk brag boast complain worry joke', takes: ['about'], grade: 'likely' },
  { verbs: 'warn', takes: ['of', 'about', 'against', 'topic'], grade: 'sure' },
  { verbs: 'boast accuse complain speak', takes: ['of'], grade: 'likely' },
  { verbs: 'rail', takes: ['against', 'at'], grade: 'sure' },
  { verbs: 'comment', takes: ['on'], grade: 'likely' },
  { verbs: 'discuss', takes: ['topic', 'question'], grade: 'likely' },
  { verbs: 'vouch', takes: ['for'], grade: 'sure' },
  { verbs: 'tweet testify opine inquire wonder', takes: ['about', 'of'], grade: 'likely' },
  { verbs: 'elaborate expand touch', takes: ['on'], grade: 'likely' },
  { verbs: 'object', takes: ['to whom'], grade: 'sure' },
  { verbs: 'scoff balk sneer bristle hint', takes: ['at'], grade: 'sure' },
  { verbs: 'side agree disagree', takes: ['with'], grade: 'likely' },
  { verbs: 'stand', takes: ['by'], grade: 'likely' },
  // Asking for something, or about it.
  { verbs: 'call push hope press plead argue', takes: ['for'], grade: 'sure' },
  { verbs: 'call', takes: ['on', 'upon'], grade: 'likely' },
  { verbs: 'ask', takes: ['for', 'topic'], grade: 'likely' },
  { verbs: 'ask', takes: ['passive about', 'passive question'], grade: 'likely' },
  { verbs: 'urge', takes: ['topic', 'clause'], grade: 'sure' },
  { verbs: 'propose report', takes: ['ing'], grade: 'sure' },
  // Holding to be true.
  {
    verbs: 'recognize recognise suspect speculate charge convince fear realize realise complain conclude reason lament',
    takes: ['that'],
    grade: 'sure',
  },
  { verbs: 'fear', takes: ['clause'], grade: 'sure' },
  // Will and refusal.
  { verbs: 'hope threaten agree', takes: ['to'], grade: 'likely' },
  { verbs: 'seek decide aim', takes: ['to'], grade: 'doubtful' },
  { verbs: 'believe', takes: ['clause', 'that'], grade: 'doubtful' },
  { verbs: 'refuse', takes: ['to'], grade: 'likely', isTopic: true },
  { verbs: 'decline', takes: ['to', 'to whom'], grade: 'sure', isTopic: true },
  { verbs: 'expect', takes: ['passive to'], grade: 'sure' },
  {
    verbs: 'expect say believe think report allege rumor project understand presume',
    takes: ['passive to'],
    grade: 'sure',
  },
  { verbs: 'convince assure inform remind tell', takes: ['passive that', 'passive of'], grade: 'likely' },
  { verbs: 'charge', takes: ['passive with'], grade: 'likely' },
  { verbs: 'call label brand dub declare deem consider pronounce', takes: ['topic named'], grade: 'sure' },
  // `made a promise`, `issued a statement`: the noun tells that it is speech.
  {
    verbs: 'make give deliver issue release offer air send post publish repeat draw level voice echo sound lodge file',
    takes: ['topic spoken'],
    grade: 'likely',
  },
  // Two words.
  { verbs: 'point', with: 'out', takes: ['that', 'clause', 'topic', 'question'], grade: 'sure' },
  { verbs: 'make', with: 'clear', takes: ['that', 'clause', 'question'], grade: 'sure' },
  { verbs: 'speak lash call single', with: 'out', takes: ['about', 'against', 'at', 'topic', 'in'], grade: 'sure' },
  { verbs: 'lay spell', with: 'out', takes: ['topic', 'question'], grade: 'likely' },
  { verbs: 'fire hit push shoot', with: 'back', takes: ['at', 'against', 'on'], grade: 'likely' },
  { verbs: 'open', with: 'up', takes: ['about', 'on'], grade: 'sure' },
  { verbs: 'double', with: 'down', takes: ['on', 'end'], grade: 'likely' },
  { verbs: 'weigh', with: 'in', takes: ['on'], grade: 'likely' },
  { verbs: 'take', with: 'issue', takes: ['with'], grade: 'sure' },
  { verbs: 'take', with: 'aim', takes: ['at'], grade: 'sure' },
  // Polls and papers.
  { verbs: 'understand', takes: ['that', 'clause'], grade: 'sure', by: 'outlet' },
  { verbs: 'show', takes: ['topic', 'clause'], grade: 'likely' },
]

/** Adjectives after `be`: `is critical of`. */
const ADJECTIVES: readonly Row[] = [
  { verbs: 'critical supportive skeptical dismissive wary', takes: ['of'], grade: 'sure' },
  {
    verbs: 'convinced confident concerned worried hopeful adamant optimistic doubtful afraid certain skeptical',
    takes: ['that', 'clause'],
    grade: 'likely',
  },
  { verbs: 'concerned worried skeptical optimistic pessimistic', takes: ['about'], grade: 'likely' },
]

export type Frames = ReadonlyMap<FrameKind, Frame>

function framesBy(rows: readonly Row[], forms: (lemma: string) => readonly string[]): ReadonlyMap<string, Frames> {
  const frames = new Map<string, Map<FrameKind, Frame>>()
  for (const { verbs, with: word, takes, grade, isTopic, by } of rows)
    for (const lemma of verbs.trim().split(/\s+/))
      for (const form of forms(lemma)) {
        const key = word ? `${form} ${word}` : form
        const known = frames.get(key) ?? new Map<FrameKind, Frame>()
        for (const kind of takes) {
          const frame: Frame = { grade, isTopic: isTopic ?? !TELLS.has(kind), ...(by ? { by } : {}) }
          if (!known.has(kind)) known.set(kind, frame)
        }
        frames.set(key, known)
      }
  return frames
}

/** Forms that make no cue of their own. */
const PARTICIPLES: { readonly [lemma: string]: readonly string[] } = { see: ['seen'], show: ['shown'] }

const VERBS = framesBy(ROWS, (lemma) => [...formsOf(lemma), ...(PARTICIPLES[lemma] ?? [])])
const AFTER_BE = framesBy(ADJECTIVES, (word) => [word])
const SECOND_WORDS: ReadonlySet<string> = new Set(ROWS.flatMap((row) => row.with ?? []))

/** The complements with which a verb form is a report, and how surely; with `second` those of both words. Lower case. */
export function framesOf(lower: string, second?: string): Frames | undefined {
  return VERBS.get(second === undefined ? lower : `${lower} ${second}`)
}

/** The same for an adjective after `be`. */
export function framesAfterBe(lower: string): Frames | undefined {
  return AFTER_BE.get(lower)
}

/** True for `out`, `clear`: words that some verb has with it. */
export function isSecondWord(lower: string): boolean {
  return SECOND_WORDS.has(lower)
}

const WITH_SECOND: ReadonlySet<string> = new Set(
  ROWS.flatMap((row) => (row.with ? row.verbs.split(/\s+/).flatMap((lemma) => formsOf(lemma)) : [])),
)

const IN_FRAMES: ReadonlySet<string> = new Set([...VERBS.keys(), ...AFTER_BE.keys(), ...WITH_SECOND])

/** True for the forms of `point`, `make`: some row has them with a second word. */
export function takesSecondWord(lower: string): boolean {
  return WITH_SECOND.has(lower)
}

/** True for a word that some row has. */
export function isInFrames(lower: string): boolean {
  return IN_FRAMES.has(lower)
}
