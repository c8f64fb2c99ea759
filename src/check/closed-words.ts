const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Words a claim may add or drop without changing the meaning: articles, `that`, `has`, and the plainest adverbs. */
export const freeWords = setOf(`
  a an the that this these those has have had having do does did also too then just already now however meanwhile
  indeed thus therefore moreover furthermore himself herself itself themselves`)

/** Words that negate a clause: English, French, German, Spanish, Arabic. */
export const negations = setOf(`
  not no never none nobody nothing nowhere neither nor cannot without hardly barely scarcely
  deny denied denies denying refuse refused refuses refusing fail failed fails failing lack lacked lacks lacking
  unable decline declined declines declining
  ne pas jamais aucun aucune sans ni personne rien
  nicht kein keine keinen keinem keiner keines nie niemals ohne weder nichts
  jamás nunca ningún ninguna ninguno tampoco sin
  لا لم لن ليس ليست ما غير دون بدون`)

/** Words that say how many or how often. What follows one belongs to the statement. */
export const quantifiers = setOf(`
  only almost nearly mostly mainly largely partly partially rarely seldom sometimes often usually always ever
  all every each most many some several few both half any either`)

/** Those of them that claim more when the rest is left out: `no deaths in May` is not `no deaths`. */
export const scopes = setOf('all every each most few any only rarely seldom often usually always ever either')

/** Words that make a fact a possibility, plan, duty or hearsay, or change what its noun means. */
export const hedges = setOf(`
  may might could would should must will shall ought can
  perhaps maybe possibly possible probably probable likely unlikely apparently seemingly presumably potentially potential
  allegedly alleged alleging reportedly reported purportedly purported supposedly supposed suspected suspect suspects
  seem seems seemed appear appears appeared
  expect expects expected expecting plan plans planned planning intend intends intended intending
  hope hopes hoped hoping want wants wanted wanting threaten threatens threatened threatening consider considers considered
  considering try tries tried trying attempt attempts attempted attempting propose proposes proposed proposing
  seek seeks sought seeking aim aims aimed aiming vow vows vowed pledge pledges pledged promise promises promised
  believe believes believed think thinks thought fear fears feared rumored rumoured
  if unless whether provided assuming until pending
  temporarily about around approximately roughly least under over than
  former ex fake false mock so-called would-be unsuccessful deputy vice acting interim co assistant shadow
  failed attempted planned
  peut pourrait pourraient devrait devraient könnte könnten dürfte soll sollte podría podrían puede قد ربما سوف`)

/** Grammatical words; none may be replaced by another. */
export const functionWords = setOf(`
  and or but so yet as at by for from in into of off on onto out over to under up upon with within across after against
  along amid among before behind below beneath beside between beyond down during inside near since through throughout
  toward towards via while when where which who whom whose what how why because although though if unless until whether
  than is are was were be been being am i you he she it we they me him her us them my your his its our their mine
  there here not no nor per about around despite outside inside following`)

/** Words that open a condition: a fact without its condition is a different fact. */
export const conditions = setOf(
  'if unless provided providing assuming until pending whether once should si sauf wenn falls sofern إذا لو',
)

/** Words that begin a phrase of place, time or manner, which may be left out whole. */
export const adjunctOpeners = setOf(`
  in on at from near during after before amid with since across inside outside within by following despite through
  throughout under between along around about for into via behind beside below above near as while when where because
  although though who whom whose which but and`)

/** Prepositions: an inner phrase that opens with one may be left out before the next part of the sentence. */
export const prepositions = setOf(`
  in on at from near during after before amid with since across inside outside within following despite through
  throughout between along around of for by`)

/** Reporting verbs that don't judge what the speaker says. */
export const neutralCues = setOf('say tell add state note according explain announce report write confirm')

/** Words that report speech, in their base form. */
export const cueWords = setOf(`
  say tell add state note explain announce report write confirm claim allege warn argue insist suggest believe think deny
  maintain contend assert declare acknowledge admit concede stress testify predict estimate complain promise vow pledge
  reply respond conclude recall reiterate tweet post according reveal indicate accuse
  selon dit déclaré affirmé annoncé indiqué laut zufolge sagte erklärte según dijo afirmó declaró وفق بحسب قال قالت أعلن`)
