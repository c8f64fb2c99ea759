/**
 * How surely a verb reports speech, from labelled news: 3 `said, told` (94 of 100 are), 2 `added, claimed` (80),
 * 1 `described, welcomed` (fewer, and mostly with only a few words quoted).
 */
export type CueStrength = 1 | 2 | 3

export type Cue = {
  readonly lemma: string
  readonly strength: CueStrength
  /** `saying`, `adding`: its subject is that of the verb before. */
  readonly isParticiple: boolean
}

const words = (text: string): string[] => text.trim().split(/\s+/)

const STRONG = words(`
  say tell add write announce argue note suggest declare claim warn insist explain state acknowledge conclude predict vow
  promise pledge reply respond recall stress reiterate assert concede admit boast quip joke remark retort counter urge demand
  tweet post report reveal indicate confirm deny testify complain contend maintain opine muse proclaim exclaim emphasize
  emphasise observe caution advise allege reckon believe think hope fear estimate recount reassure assure remind inform notify
  lament plead signal elaborate clarify continue interject interrupt shout yell scream whisper mutter murmur blurt ask wonder
  question query answer repeat echo agree disagree swear affirm attest avow profess protest venture volunteer hint imply chide
  scold snap rant rave gush disclose divulge stipulate rule accept chant confess`)

const MEDIUM = words(`
  describe call label brand dub highlight accuse criticise criticize blast slam condemn denounce decry praise hail laud attack
  mock dismiss reject defend blame cite discuss mention refer propose recommend welcome endorse express voice offer order
  instruct speak talk characterize characterise portray ridicule rail lambast lambaste lash thank apologise apologize greet
  introduce quote invoke tout decline refuse threaten challenge point commit find show consider expect want see doubt worry
  anticipate know decide rate rank view regard understand feel learn hear demonstrate prove calculate forecast project outline
  read detail compare liken summarise summarize paint cast frame bill encourage appeal`)

/** Verbs that report only what stands between marks. */
const QUOTING = words(`
  charge comment credit fume muse surmise vent bark holler bellow thunder chuckle laugh chant celebrate recognize recognise
  pronounce deem declare marvel grumble sneer moan implore opine interject summarize theorize speculate retweet sigh`)

const IRREGULAR: { readonly [lemma: string]: string } = {
  say: 'say says said saying',
  tell: 'tell tells told telling',
  write: 'write writes wrote written writing',
  think: 'think thinks thought thinking',
  read: 'reads',
  speak: 'speak speaks spoke spoken speaking',
  swear: 'swear swears swore sworn swearing',
  find: 'finds found',
  know: 'knows knew',
  feel: 'feels felt feeling',
  quote: 'quote quotes quoted quoting',
  see: 'sees saw seeing',
  cast: 'cast casts casting',
  make: 'make makes made making',
  take: 'take takes took taken taking',
  hit: 'hit hits hitting',
  lay: 'lay lays laid laying',
  stand: 'stand stands stood standing',
  shoot: 'shoot shoots shot shooting',
  understand: 'understands understood',
  hear: 'heard hears',
  signal: 'signal signals signalled signaled signalling signaling',
}

/** Forms that are nouns as often as verbs: a cue only when tagged as a verb. */
const NOUN_LIKE: ReadonlySet<string> = new Set(
  words(`
  found going call order project report state rank rate view post fear hope bill cast claim detail frame voice label brand
  attack challenge question answer demand pledge promise vow offer point show mean quote estimate forecast blast note remark
  counter reply tweet joke protest appeal outline venture volunteer hint signal rant`),
)

const DOUBLED = /(?:admit|refer|quip|snap|slam|signal|rip|dub|rebut|brag)$/

/** The forms of a verb, lower case. */
export function formsOf(lemma: string): string[] {
  const irregular = IRREGULAR[lemma]
  if (irregular) return irregular.split(' ')
  const stem = DOUBLED.test(lemma) ? lemma + lemma.slice(-1) : lemma
  if (/[^aeiou]y$/.test(lemma)) {
    const root = lemma.slice(0, -1)
    return [lemma, `${root}ies`, `${root}ied`, `${lemma}ing`]
  }
  const third = /(?:s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
  if (lemma.endsWith('ee')) return [lemma, third, `${lemma}d`, `${lemma}ing`]
  if (lemma.endsWith('e')) return [lemma, third, `${lemma}d`, `${lemma.slice(0, -1)}ing`]
  return [lemma, third, `${stem}ed`, `${stem}ing`]
}

function lexicon(): ReadonlyMap<string, Cue> {
  const cues = new Map<string, Cue>()
  const add = (lemmas: readonly string[], strength: CueStrength): void => {
    for (const lemma of lemmas)
      for (const form of formsOf(lemma)) cues.set(form, { lemma, strength, isParticiple: form.endsWith('ing') })
  }
  add(QUOTING, 1)
  add(MEDIUM, 1)
  add(STRONG, 2)
  add(['say', 'tell'], 3)
  return cues
}

const CUES = lexicon()

/** The cue a word form can be, whatever its place in the sentence. Lower case. */
export function cueForm(lower: string): Cue | undefined {
  return CUES.get(lower)
}

/** True for `call`, `report`: only a verb tag makes them a cue. */
export function isNounLike(lower: string): boolean {
  return NOUN_LIKE.has(lower)
}

/** `describe X as`, `call X`: the words quoted may stand far from the verb. */
export function takesDistantWords(lower: string): boolean {
  return /^(?:accus|criticiz|criticis|mock|attack|describ|call|label|brand|dubb|characteri|portray|introduc|hail|denounc|dismiss|prais|refer|highlight|condemn|slamm|blast|regard|cast|paint)/.test(
    lower,
  )
}
