/**
 * Clauses beside a quotation that have a speaker of their own, or none that leads to it. French, German and Spanish are read together: their words
 * for this do not meet.
 */

/** `Si le préfet salue les secours, «…»`, `Aunque X celebró el acuerdo, para los trabajadores «…»`: what is set aside leads to no quotation. */
const SETS_ASIDE =
  /^[^\p{L}]*(?:Aunque|Si bien|Mientras|Pese a que|A pesar de que|Si(?!\p{L})|S['’]ils?|Bien qu|Quoiqu|Alors qu|Tandis qu|Même si|Pendant qu|Während|Obwohl|Obgleich|Wenngleich|Auch wenn|و?بينما|و?فيما|و?رغم أن)/u

/** Whether the verb that ends at an offset of a clause stands in a part that is set aside before the quotation. */
export function isSetAside(clause: string, verbEnd: number): boolean {
  return SETS_ASIDE.test(clause) && /[,،]/.test(clause.slice(verbEnd))
}

const NOUN_PHRASE = String.raw`(?:su|sus|el|la|los|las|una?|son|sa|ses|le|les|l['’]|une|seine?|ihre?|der|die|das|eine?)\s?\p{L}+`
/** `Según contó X a la cadena, su marido le dijo`: between a name and the verb a clause begins that has its own subject. */
const OWN_SUBJECT = new RegExp(String.raw`,\s(?:(?:y|et|und)\s)?${NOUN_PHRASE}(?:\s[^,;:]{0,40})?$`, 'u')
/** `X lobte sie, sprach die Opposition von`: the subject stands behind the verb. */
const SUBJECT_BEHIND = /^\s+(?:die|der|das|eine?|seine?|ihre?)\s+\p{Lu}/u
/** `X erinnert sich, wie ihre Mutter sagte` */
const WHEN_OTHER = /,\s(?:wie|als|wenn|während|nachdem|bevor|weil)\s(?:der|die|das|eine?|seine?|ihre?)\s\p{Lu}/u

/** `X, a quien su padre enseñó que`, `X, dont la mère a parlé`, `X, que Picasso a qualifié`: X is what the clause is about, not who speaks in it. */
const OBJECT_OF = new RegExp(
  String.raw`^,?\s(?:(?:a|al|à|con|de|por|para|avec|von|mit)\s)?(?:quien|quienes|(?:el|la|los|las)\s(?:que|cual)|qu['’]|que|dont|auquel|den|dem|deren|dessen)\s?(?!(?:el|los|le|les)\s(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|pasado|próximo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\p{L}))(?:${NOUN_PHRASE}|\p{Lu}\p{L}+)(?:\s[^,;:]{0,40})?$`,
  'u',
)

/** Whether the words between a name and a verb, and those behind it, give the verb another subject than the name. */
export function hasOwnSubject(between: string, behind: string): boolean {
  if (OBJECT_OF.test(between.trimEnd())) return true
  if (!between.includes(',')) return false
  return (
    OWN_SUBJECT.test(between.trimEnd()) ||
    WHEN_OTHER.test(between) ||
    (SUBJECT_BEHIND.test(behind) && !/,\s*$/.test(between))
  )
}

/** `X, qui a déclaré`, `junto a X, quien dijo`: whoever stands right before says it, though he hangs on another word. */
const WHO = /^,?\s+(?:qui|lequel|laquelle|quien|que|el cual|la cual|der|die|welcher|welche)\s+(?:[^,;:.]{1,24}\s)?$/u

export function isWho(between: string): boolean {
  return WHO.test(between) && !OBJECT_OF.test(between.trimEnd())
}

/** `X se souvient de sa mère lui disant : «`, `X recuerda a su madre diciéndole`, `X a raconté que son capitaine … en disant`. */
const HEARS =
  /(?<!\p{L})(?:(?:souv[ie]\p{L}+|rappel\p{L}+|enten\p{L}+|(?:a|ont) vu)\s(?:de\s)?(?:sa|son|ses|le|la|l['’]|une?)\s?\p{L}+[^,;:]{0,30}(?<!\p{L})(?<!en )\p{L}+ant|(?:rec(?:ue|o)rd\p{L}+|oy\p{L}+|escuch\p{L}+|vio)\sa\s(?:su|sus|la|una?)\s\p{L}+[^,;:]{0,30}(?<!\p{L})\p{L}+(?:ando|iendo|ándole|iéndole))\s*:?\s*$/u
const TELLS_OF_OTHER =
  /(?<!\p{L})(?:que|qu['’])\s?(?:le|la|les|l['’]|une?|son|sa|ses|el|los|las|su|sus)\s?\p{L}+.*(?<!\p{L})(?:en (?:disant|criant|lançant|hurlant|répétant|expliquant)|diciendo|gritando|repitiendo|explicando)\s*:?\s*$/u

/** Whether the words before a quotation tell that somebody else says it, whom they do not name. */
export function isSaidByOther(clause: string): boolean {
  return HEARS.test(clause) || TELLS_OF_OTHER.test(clause)
}

/** `verteidigte seine „besondere Vereinbarung“`: a few words behind a possessive may be the reporter's own marks. */
export function isHisOwn(lead: string, words: string): boolean {
  return (
    /(?<!\p{L})(?:seine?[mnrs]?|ihre?[mnrs]?|son|sa|ses|leurs?|su|sus)\s*$/iu.test(lead) &&
    words.trim().split(/\s+/).length <= 4
  )
}
