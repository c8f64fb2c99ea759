import type { ComplementKind } from './complements.ts'
import { formsOf } from './cue-verbs.ts'

/**
 * How often a frame is a report, pooled over its rows (eval/quotes, in-sample): `sure` and `likely` are cited, `doubtful`
 * is below the share from which the page leaves out "probably".
 */
export type Grade = 'sure' | 'likely' | 'doubtful'

/** `passive by`: `was rejected by X`; `passive`: said of its subject by nobody named, `is expected to`, `was asked about`. */
export type FrameKind =
  | ComplementKind
  | 'topic as'
  | 'passive by'
  | `passive ${'to' | 'as' | 'for' | 'about' | 'question' | 'of'}`

/** `isTopic`: the complement names what was spoken of; it is not what was said of it. */
export type Frame = { readonly grade: Grade; readonly isTopic: boolean }

type Row = {
  readonly verbs: string
  readonly takes: readonly FrameKind[]
  readonly grade: Grade
  /** Only a topic though it is a clause: `declined to comment`. */
  readonly isTopic?: true
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
      congratulate demonize pillory belittle disavow repudiate bemoan fault extol dispute refute rebut contest`,
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
  { verbs: 'see view cast paint regard frame depict present', takes: ['topic as'], grade: 'likely' },
  { verbs: 'see view regard describe portray', takes: ['passive as'], grade: 'likely' },
  // Speaking of something, its content left open.
  {
    verbs: `mention cite express recall reference voice list outline acknowledge explain tweet remind note repeat stress
      emphasize emphasise highlight distance reiterate recount underscore announce propose retweet request recite`,
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
  // Asking for something, or about it.
  { verbs: 'call push hope press plead advocate argue', takes: ['for'], grade: 'sure' },
  { verbs: 'call', takes: ['on', 'upon'], grade: 'likely' },
  { verbs: 'ask', takes: ['for', 'about', 'topic'], grade: 'likely' },
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
  { verbs: 'hope threaten', takes: ['to'], grade: 'likely' },
  { verbs: 'refuse', takes: ['to'], grade: 'likely', isTopic: true },
  { verbs: 'decline', takes: ['to', 'to whom'], grade: 'sure', isTopic: true },
  { verbs: 'expect', takes: ['passive to'], grade: 'sure' },
  // Polls and papers.
  { verbs: 'show', takes: ['topic', 'clause'], grade: 'likely' },
]

/** A verb with its particle. */
const PHRASAL: readonly Row[] = [{ verbs: 'point', takes: ['that', 'clause', 'topic', 'question'], grade: 'sure' }]

type Frames = ReadonlyMap<string, ReadonlyMap<FrameKind, Frame>>

function formsTo(rows: readonly Row[]): Frames {
  const frames = new Map<string, Map<FrameKind, Frame>>()
  for (const { verbs, takes, grade, isTopic } of rows)
    for (const lemma of verbs.trim().split(/\s+/))
      for (const form of formsOf(lemma)) {
        const known = frames.get(form) ?? new Map<FrameKind, Frame>()
        for (const kind of takes) if (!known.has(kind)) known.set(kind, { grade, isTopic: isTopic ?? !TELLS.has(kind) })
        frames.set(form, known)
      }
  return frames
}

const FRAMES = formsTo(ROWS)
const OUT_FRAMES = formsTo(PHRASAL)

/** The complements with which a verb form is a report, and how surely. Lower case. */
export function framesOf(lower: string): ReadonlyMap<FrameKind, Frame> | undefined {
  return FRAMES.get(lower)
}

/** The same for the verb with `out`: `point out`. */
export function framesWithOut(lower: string): ReadonlyMap<FrameKind, Frame> | undefined {
  return OUT_FRAMES.get(lower)
}
