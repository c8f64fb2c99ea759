const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  `begin:began|begun bring:brought build:built buy:bought come:came cut:cut do:did|done draw:drew|drawn fight:fought
   fall:fell|fallen find:found flee:fled fly:flew|flown freeze:froze|frozen give:gave|given go:went|gone hold:held keep:kept lay:laid lead:led leave:left lend:lent let:let make:made
   lose:lost meet:met overrun:overran oversee:oversaw|overseen pay:paid put:put quit:quit rebuild:rebuilt repay:repaid run:ran say:said
   seek:sought sell:sold send:sent set:set shed:shed shut:shut shoot:shot speak:spoke|spoken spend:spent split:split stand:stood step:stepped
   strike:struck swear:swore|sworn take:took|taken teach:taught tell:told uphold:upheld vote:voted win:won withdraw:withdrew|withdrawn
   withhold:withheld write:wrote|written`
    .trim()
    .split(/\s+/)
    .map((line) => line.split(':') as [string, string]),
)

/**
 * The simple past and past participle of an English verb. Takes the plain form in lower case; verbs that may double their last letter are
 * returned with and without it.
 */
export function pastFormsOf(verb: string): readonly string[] {
  const known = irregular[verb]
  if (known) return known.split('|')
  if (verb.endsWith('e')) return [`${verb}d`]
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`]
  const last = verb.at(-1) ?? ''
  return /[^aeiou][aeiou][bdgklmnprt]$/.test(verb) ? [`${verb}${last}ed`, `${verb}ed`] : [`${verb}ed`]
}

const irregularForms: ReadonlySet<string> = new Set(Object.values(irregular).flatMap((forms) => forms.split('|')))

/** Whether a word is an irregular past form: `took`, `sold`. */
export function isPastForm(word: string): boolean {
  return irregularForms.has(word)
}
