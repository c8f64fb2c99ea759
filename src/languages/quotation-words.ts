/**
 * How a language reports what people say. A `string` holds alternatives of a regular expression (`dit|déclaré`), read without regard to
 * case and between word boundaries unless it says otherwise; a `RegExp` is a complete pattern. What is absent never matches.
 */
export type QuotationWords = {
  /** Graded verbs of saying and what they take, for a text whose words are tagged with their part of speech. */
  readonly cueVerbs?: CueVerbs
  /** Patterns of reporting clauses, for a text that is not tagged. Without either, quotations are found but nobody is named. */
  readonly reports?: ReportWords
  /** Words that tell whether a saying took place, for a text that is tagged, and for one that is not. */
  readonly factuality?: FactualityWords
  readonly denials?: DenialWords
  readonly secondhand?: SecondhandWords
  /** The words between a cue verb and a quotation say that somebody else speaks: `said a guard had hissed at her:`. */
  readonly anotherSpeaks?: RegExp
}

export type CueVerbs = {
  /** Lemmas that nearly always report speech; usually do; and do mostly with only a few words quoted. */
  readonly surest: string
  readonly sure: string
  readonly weak: string
  /** Verbs that report only what is between marks. */
  readonly quoting: string
  /** The forms of verbs that are not regular. */
  readonly irregular: { readonly [lemma: string]: string }
  /** Forms that are as often nouns. */
  readonly nounLike: string
  readonly frames: readonly ReportFrame[]
  /** Adjectives that report after `be`: `is critical of`. */
  readonly adjectives: readonly ReportFrame[]
}

/** Verbs with the complements that make them a report. */
export type ReportFrame = {
  readonly verbs: string
  /** The word that belongs to the verb: `point out`, `make clear`. */
  readonly with?: string
  readonly takes: readonly ReportComplement[]
  readonly grade: 'sure' | 'likely' | 'doubtful'
  /** Only a topic though it is a clause: `declined to comment`. */
  readonly isTopic?: true
  /** Only with such a subject: `the agency understands`. */
  readonly by?: 'outlet'
}

/**
 * What follows a verb (`complementAt` says what each is). `passive by`: `was rejected by X`; the other passives report of their subject
 * what nobody named says: `is expected to`.
 */
export type ReportComplement =
  | 'that'
  | 'clause'
  | 'question'
  | 'to'
  | 'to whom'
  | 'ing'
  | 'topic'
  | 'end'
  | 'mark'
  | 'other'
  | Particle
  | 'topic as'
  | 'topic named'
  | 'topic spoken'
  | 'passive by'
  | `passive ${'to' | 'as' | 'for' | 'about' | 'question' | 'of' | 'that' | 'with'}`

type Particle =
  | 'about'
  | 'after'
  | 'against'
  | 'as'
  | 'at'
  | 'by'
  | 'for'
  | 'in'
  | 'of'
  | 'on'
  | 'over'
  | 'toward'
  | 'upon'
  | 'with'

export type ReportWords = {
  /** Verbs of saying, alone or with their auxiliary. */
  readonly verbs: string
  /** Any verb by its shape: right after a quotation and a comma it reports, whatever it is. Lower case counts. */
  readonly verbShape?: string
  /** A verb with its pronoun: `a-t-elle répliqué`. Lower case counts. */
  readonly inverted?: string
  /** Infinitives that report without a subject: `et d’ajouter`. */
  readonly infinitives?: string
  /** A verb with its auxiliary whose subject is several people. */
  readonly plural?: RegExp
  /** `selon`, `laut`: the source follows. */
  readonly accordingTo: string
  /** Of those, the words for a purpose too (`pour`): they name a source only at the start of a clause. */
  readonly purpose?: string
  /** `zufolge`: the source comes before. */
  readonly accordingAfter?: string
  /** `so` in `„…“, so der Minister`: the source follows, wherever the clause is. */
  readonly sourceFollows?: string
  /** Small words between a quotation and its verb: `lui`, `se`. */
  readonly clitics?: string
  /** Words of a verb that end its clause: `fügte X hinzu`. */
  readonly separablePrefixes?: string

  /** Pronouns for one man and one woman, and the word that may come before them. */
  readonly he?: string
  readonly she?: string
  readonly reflexive?: string
  /** Pronouns for nobody, or for several. */
  readonly impersonal?: string
  /** `je`, also with an apostrophe at its end. */
  readonly firstPerson?: string
  /** Articles and possessives before a subject, also with an apostrophe at their end. */
  readonly determiners?: string
  readonly possessives?: string
  /** Words in small letters before a name: `don`. */
  readonly honorifics?: string
  /** Given only where a verb may be without its subject: what then follows it. */
  readonly droppedSubject?: string
  readonly and?: string
  /** What may lead in a clause whose subject is the one before: `et`, `además`. */
  readonly leadIns?: string

  /** Conjunctions that set a clause aside: `bien que X …, Y dit`. They begin with a capital. */
  readonly concessions?: string
  /** `X, qui a dit`; `X, que Y a cité`. */
  readonly subjectRelatives?: string
  readonly objectRelatives?: string
  /** Days with their article, which are the subject of no clause. */
  readonly days?: string
  /** `X, et non Y, qui a dit` */
  readonly butNot?: string
  /** `a confié le maire à son adjointe X` */
  readonly toHearer?: string

  /** Between a name and a verb: the verb has another subject. */
  readonly otherSubject?: RegExp
  /** Of a name behind a verb, what comes between: the name depends on other words. */
  readonly dependentName?: RegExp
  /** Behind a verb: its subject. */
  readonly subjectBehind?: RegExp
  /** Before a quotation: somebody unnamed says it. */
  readonly unnamedSpeaker?: RegExp
  /** `m’a dit`: within a turn of a conversation, another's words. */
  readonly saidToMe?: RegExp
  /** Words after which a name between marks is that of a thing: articles, `journal`. */
  readonly beforeTitles?: string

  /** A dash begins speech at the start of a paragraph, and interrupts it. */
  readonly hasDialogueDash?: true
  /** Dashes set off the reporter's words within the marks: `«Si la cerramos —advierte—, cerramos el valle»`. */
  readonly hasDashedAsides?: true
  /** Commas do. */
  readonly asides?: AsideWords
  /** Given where the verb comes before its subject and names have no capitals. */
  readonly verbFirst?: VerbFirstWords
}

/** The reporter's words within the marks: `« On part, a dit X. Demain. »`. Lower case counts. */
export type AsideWords = {
  readonly inverted?: string
  /** A verb by its shape. */
  readonly shape: string
  /** Articles of a role before the name. */
  readonly articles?: string
  /** What begins an apposition to the name. */
  readonly apposition?: string
}

export type VerbFirstWords = {
  /** Participles and nouns of speech at the end of what was matched: their subject is that of the clause. */
  readonly participles: RegExp
  /** Of those, nouns with a possessive, and the word before whom they belong to: `نقلا عن X قوله`. */
  readonly possessed: RegExp
  readonly possessor: string
  /** Behind a verb without its subject. */
  readonly droppedSubject: RegExp
  /** The start of a clause up to the end of its verb. */
  readonly opening: RegExp
  /** Before a verb: somebody else is its subject; `who` are the words for them. */
  readonly relative: RegExp
  readonly butOther: RegExp
}

/** Patterns of the words around a verb of saying, in small letters with one space between, that tell whether the saying took place. */
export type FactualityWords = {
  /** Between a subject and its verb, and before an auxiliary that comes before the subject: it did not. */
  readonly negated: RegExp
  readonly neverDid: RegExp
  /** Words that turn a negation round: `did not hesitate to say`, `has not only said`. */
  readonly stillSaid: RegExp
  /** Before an infinitive, and before a subject whose verb is not real: it is yet to come, or wished. */
  readonly yetToCome: RegExp
  readonly hoped: RegExp
  /** Right before the subject: it is imagined, or nobody heard it: `imagine Ms Roe telling`. */
  readonly supposed: RegExp
  /** Before the subject, an infinitive or an `-ing` form: the saying is taken back. */
  readonly denying: RegExp
  /** A forged or invented thing in which somebody says it: `a fake post claiming that`, `in the satirical sketch,`. */
  readonly forged: RegExp
  /** What others wrote for somebody to say; and films, which may be of what was. */
  readonly staged: RegExp
  readonly filmed: RegExp
  /** `wrongly quoted as saying` */
  readonly misquoted: RegExp
  /** `reports that Ms Roe said … are false` */
  readonly claimThat: RegExp
  readonly untrue: RegExp
  /** `accused Ms Roe of saying`, `critics claim Ms Roe said`; adverbs that say so; `thought she heard`. */
  readonly alleged: RegExp
  readonly allegedly: RegExp
  readonly believed: RegExp
  /** Before an infinitive of a saying that took place: `went so far as to say`; `makes a point of saying`. */
  readonly didSay: RegExp
  readonly habit: RegExp
  /** Of a verb before `that`: it takes the saying for granted. */
  readonly keepsTrue: RegExp
  /** `police said Ms Roe told officers` */
  readonly reports: RegExp
  /** One word for a record or an outlet: what is according to it took place. */
  readonly record: RegExp
}

/**
 * The words that tell whether a saying took place. `sayingVerbs` and what depends on them name verbs in any form, for which form says
 * little: `n’a jamais dit`, `sans dire` and `qu’elle dise` are one to us.
 */
export type DenialWords = {
  readonly sayingVerbs: string
  readonly not: string
  /** Both in one: `n’a dit mot`, the future in Arabic. */
  readonly neverSaid?: string
  /** Words that turn a negation round: `nicht nur`, `n’a pas hésité à`. */
  readonly stillSaid: string
  /** Of those, hesitating. */
  readonly hesitates: RegExp
  /** Conjunctions at which another clause begins. */
  readonly joins: string
  /** What is wished, possible, left alone or yet to come when a verb of saying follows in its clause. */
  readonly unreal: string
  /** `in the`, before a work in which somebody says what others wrote; and films, which also show what was. */
  readonly inThe: string
  readonly staged: string
  readonly filmed: string
  /** Words by which somebody is or speaks as another, up to the quotation: `se faisant passer pour`. */
  readonly pretends: string
  /** Infinitives of saying, and what comes before one of a saying that took place: `a tenu à dire`. */
  readonly infinitive?: string
  readonly didSay: string
  /** A saying in the perfect of another's clause: `se défend d’avoir dit`, `habe gesagt`. */
  readonly having: string
  /** Of a clause on which the saying depends (`… que X a dit`): that nothing shows it, or that it would be. */
  readonly doubts: string
  /** `that`, the pronouns behind which nothing depends on the clause before, and the words with which it is a relative or says when. */
  readonly that: string
  readonly ownPronouns?: string
  readonly plainThat: string
  /** How what `that` opens is called untrue behind the quotation. */
  readonly untrue: string
  /** Words that ask about a saying as one that took place: `warum hat sie gesagt`. */
  readonly asksWhy: string
  /** Before a quotation: it was not said; it is laid at somebody's door. Each a pattern. */
  readonly deniedBefore: readonly string[]
  readonly hearsay?: readonly string[]
}

/**
 * The words by which a clause shows that what it leads to is another's. What somebody wrote on a sign, or reads out as their own statement,
 * is theirs.
 */
export type SecondhandWords = {
  /** Verbs by which somebody passes on another's words, whatever comes behind them. */
  readonly quotes: string
  /** Verbs of reading aloud and singing, and what of it is one's own. */
  readonly reads: string
  readonly own: string
  /** Verbs by which something written comes to somebody or is seen by them, and what that is. */
  readonly gets: string
  readonly written: string
  /** Verbs of wearing and holding, and what bears words. */
  readonly holds: string
  readonly sign: string
  /** `Der Beitrag eines Kontos lautete`: a thing says it, whoever is named on the way. */
  readonly thingSays?: RegExp
}
