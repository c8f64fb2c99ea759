import type { StoryAsk } from '../core/answer.ts'
import type { Citation } from '../core/citation.ts'
import { nth } from '../core/nth.ts'
import type { Commitment, Dossier } from '../core/story.ts'
import { askWords, foldWord } from './ask-words.ts'
import { stemPlaces } from './passages.ts'
import type { Question } from './question.ts'
import { matchWords } from './word-match.ts'

const patterns: readonly (readonly [StoryAsk, RegExp])[] = [
  [
    'promised',
    /\bwhat (?:(?:did|does|do|has|have|had) .+? )?(?:(?:was|were|is|has been|have been) )?(?:promised?|pledged?|vow(?:ed)?)\b|\b(?:what|which|any) (?:promises?|pledges?)\b|\bqu(?:e|['’])\s?(?:a|ont|avait)(?:-t-(?:il|elle|on))? .*promis|\bquelles? promesses?\b|\bwas (?:hat|haben|hatten?|wurde) (?:.+ )?(?:zugesagt|versprochen)\b|\bwelche (?:zusagen|versprechen)\b|(?<!\p{L})qué (?:se )?(?:(?:le|les|nos) )?(?:prometi(?:ó|eron)|promete[n]?|(?:ha|han|había|habían) prometido)(?!\p{L})|(?<!\p{L})(?:qué|cuáles|cuál)(?: \p{L}+){0,2} promesas?(?!\p{L})|(?:بماذا|بم|ماذا|ما الذي) (?:وعد|تعهد)ت?(?=\s)|(?:ما|أي) (?:الوعود|وعود|التعهدات|تعهدات)/iu,
  ],
  [
    'differ',
    /\b(?:accounts|outlets|reports|sources|articles|newspapers|papers|versions)(?: \p{L}+)? (?:differ|disagree|contradict|conflict|diverge)|\b(?:récits|versions|sources|médias|articles|journaux)(?: \p{L}+)? (?:diffèrent|divergent|se contredisent)|\bquoi (?:diffèrent|divergent)|(?<!\p{L})(?:versiones|medios|fuentes|artículos|periódicos|informaciones|relatos)(?: \p{L}+)? (?:difieren|discrepan|divergen|se contradicen)|(?<!\p{L})en qué (?:difieren|discrepan|divergen|se contradicen)|\bwas ist umstritten\b|\bwidersprechen sich (?:die )?(?:angaben|berichte|quellen|medien)|\b(?:angaben|berichte|quellen|medien) widersprechen|(?:تختلف|تتعارض|تتناقض) (?:ال)?(?:روايات|مصادر|تقارير|صحف)/iu,
  ],
  [
    'first',
    /\bwho (?:reported|broke|published|carried)\b.*\bfirst\b|\bwho (?:first (?:reported|published)|broke the (?:story|news))\b|\bwho was (?:the )?first to report\b|\bwhich (?:outlet|paper|newspaper|source) (?:was|reported|published)\b.*\bfirst\b|\bqui (?:l['’]|en )?a (?:rapporté|publié|annoncé|révélé|parlé) (?:.* )?premier\b|\bqui a été (?:le|la) premi(?:er|ère) à en parler\b|\bwer (?:hat|berichtete|meldete)\b.*\b(?:zuerst|als erste[rs]?)\b|(?<!\p{L})quién (?:lo )?(?:informó|publicó|contó|dio la noticia|anunció)(?: .*)? primero|(?<!\p{L})quién fue (?:el primero|la primera|el primer medio) en (?:informar|publicar|contar)|(?<!\p{L})qué medio (?:fue|informó|publicó|lo contó).*primero|من (?:كان )?أول من (?:نشر|ذكر)/iu,
  ],
  [
    'timeline',
    /^(?:the )?timeline\b|\btimeline (?:of|for)\b|\bwhat happened (?:and )?when\b|\bin what order\b|\bchronologie\b|\bque s['’]est-il passé,? et quand\b|\bzeitleiste\b|\bwas (?:geschah|passierte|ist passiert),? (?:und )?wann\b|(?<!\p{L})cronología(?!\p{L})|(?<!\p{L})qué (?:pasó|ha pasado|ocurrió|sucedió),? y cuándo(?!\p{L})|التسلسل الزمني|ماذا حدث ومتى/iu,
  ],
  [
    'changed',
    /\bwhat(?:['’]s| has| have)? changed\b|\bqu['’]est-ce qui a changé(?!\p{L})|\bqu['’]a-t-il changé(?!\p{L})|(?<!\p{L})qué (?:ha cambiado|cambió)(?!\p{L})|\bwas hat sich (?:.+ )?(?:ge|ver)ändert\b|(?:ما الذي|ماذا) (?:تغير|تغيّر)/iu,
  ],
]

/** What a question asks of a story's dossier; undefined for one that its sentences must answer. */
export function storyAskOf(text: string): StoryAsk | undefined {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0]
}

/** Words of such questions that name no story. */
const asking =
  /^(?:promis\p{L}*|pledg\p{L}*|vow(?:ed)?|accounts?|outlets?|reports?|reported|sources?|articles?|newspapers?|papers?|versions?|differ\p{L}*|disagree\p{L}*|contradict\p{L}*|conflict\p{L}*|diverge\p{L}*|first|broke|published|carried|story|news|timeline|happened|order|changed?|récits|médias|journaux|diffèrent|divergent|rapporté|publié|annoncé|révélé|parlé|premi(?:er|ère)|chronologie|passé|changé|zugesagt|versprochen|zusagen|versprechen|umstritten|widersprechen|angaben|berichte|berichtete?|meldete|quellen|medien|zuerst|erste[rs]?|zeitleiste|geschah|passierte?|(?:ge|ver)ändert|promet\p{L}*|promes\p{L}*|versiones|medios?|fuentes|artículos|periódicos|informaciones|relatos|difieren|discrepan|divergen|contradicen|informó|publicó|contó|noticia|primer[oa]?|cronología|pasó|pasado|ocurrió|sucedió|cambiado|cambió|وعد|وعدت|تعهد|تعهدت|الوعود|وعود|التعهدات|تعهدات|تختلف|تتعارض|تتناقض|الروايات|المصادر|التقارير|الصحف|أول|اول|نشر|ذكر|الخبر|التسلسل|الزمني|حدث|ومتى|تغير)$/u

/** The question without the words that ask: what is left names the story. */
export function withoutAsk(question: Question): Question {
  const isAsking = ({ written }: Question['terms'][number]) => asking.test(written.toLowerCase())
  return { ...question, terms: question.terms.filter((term) => term.kind === 'name' || !isAsking(term)) }
}

/** What a dossier has to say to a question, each with its place, in order. Empty when it says nothing. */
export function tellingsOf(asks: StoryAsk, question: Question, dossier: Dossier): readonly Citation[] {
  switch (asks) {
    case 'promised':
      return commitmentsBy(question, dossier.commitments).map(({ statement }) => statement.citations[0])
    case 'differ':
      return about(
        question,
        dossier.differences.filter(({ kind }) => kind !== 'reversal').map(({ a, b }) => [a.citation, b.citation]),
      )
    case 'changed':
      return about(question, changesIn(dossier))
    case 'timeline':
      return dossier.timeline.map(({ citations }) => citations[0])
    case 'first':
      return []
  }
}

/** What a later article has otherwise: figures, days, promises, and what somebody said. Each group the latest first. */
function changesIn({ figures, timeline, commitments, differences }: Dossier): readonly (readonly Citation[])[] {
  return [
    ...figures.flatMap(({ readings }) => {
      const [first, last] = [nth(readings, 0), nth(readings, readings.length - 1)]
      return first.value === last.value ? [] : [[last.citation, first.citation]]
    }),
    ...timeline.flatMap(({ movedTo, citations }) => (movedTo ? [[movedTo.citation, citations[0]]] : [])),
    ...commitments.flatMap(({ changes = [], statement }) => {
      const last = changes.at(-1)
      return last ? [[last.citation, statement.citations[0]]] : []
    }),
    ...differences.flatMap(({ kind, a, b }) => (kind === 'reversal' ? [[b.citation, a.citation]] : [])),
  ]
}

/** Those with a word of the question, if the question has words that aren't names; else all. */
function about({ terms }: Question, groups: readonly (readonly Citation[])[]): readonly Citation[] {
  const words = terms.filter(({ kind }) => kind === 'word')
  const own = groups.filter((group) =>
    group.some(({ exact }) => {
      const stems = stemPlaces(askWords(exact))
      return words.some((term) => matchWords(term, stems) > 0)
    }),
  )
  return (own.length > 0 ? own : groups).flat()
}

/** `What did the union promise?`, as against `What was promised?`. */
const asksOfSomebody =
  /\b(?:did|does|do|ha[sd]|have) (?!been\b).+?\b(?:promised?|pledged?|vow(?:ed)?)\b|(?<!\p{L})qu(?:e|['’])\s?(?:a|ont|avait)(?!\p{L}| été)|\bwas (?:hat|haben|hatten?) .+ (?:zugesagt|versprochen)\b|(?<!\p{L})qué (?!se )(?:(?:le|les|nos) )?(?:promet|(?:ha|han|había|habían) prometido)|(?:بماذا|بم|ماذا|ما الذي) (?:وعد|تعهد)/iu

/** The promises of whom the question names, or of all when it names nobody; those with other words of the question, if there are any. */
function commitmentsBy({ names, terms, asked }: Question, commitments: readonly Commitment[]): readonly Commitment[] {
  const words = terms.filter(({ kind }) => kind === 'word')
  const isBy = ({ by }: Commitment) => {
    const own = askWords(by)
    const folded = by.split(/[\s-]+/).map(foldWord)
    const isNamed = names.some(
      (name) => name.every((word) => folded.includes(word)) || folded.every((word) => name.includes(word)),
    )
    return isNamed || words.some((term) => own.some(({ stem }) => stem === term.stem))
  }
  const own = commitments.filter(isBy)
  const isOfAll = names.length === 0 && !asksOfSomebody.test(asked.text)
  const made = own.length > 0 || !isOfAll ? own : commitments
  const about = made.filter(({ by, statement }) => {
    const [theirs, stems] = [stemPlaces(askWords(by)), stemPlaces(askWords(statement.text))]
    return words.some((term) => matchWords(term, theirs) === 0 && matchWords(term, stems) > 0)
  })
  return about.length > 0 ? about : made
}

/** The document that has the story's first report, and who made it: an agency by its credit, or the outlet. Undefined where that is not clear. */
export function firstReportOf({
  reports,
  members,
}: Dossier): { readonly documentId: Citation['documentId']; readonly agency?: string } | undefined {
  const ordered = members.toSorted((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1))
  const [first, second] = ordered
  if (!first || first.publishedAt === second?.publishedAt) return undefined
  const report = reports.find(({ documentIds }) => documentIds.includes(first.documentId))
  if (!report || report.how === 'undecided' || report.claimedBy !== undefined) return undefined
  return {
    documentId: first.documentId,
    ...(report.how === 'credit' ? { agency: report.originName } : {}),
  }
}
