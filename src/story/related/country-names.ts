/** ISO 3166-1 codes of the countries in the news; their names come from CLDR, which the platform includes. */
const codes =
  `AD AE AF AL AM AO AR AT AU AZ BA BD BE BF BG BH BI BJ BO BR BW BY CA CD CF CG CH CI CL CM CN CO CR CU CY CZ DE DJ DK
DO DZ EC EE EG ER ES ET FI FR GA GB GE GH GN GR GT GW HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KP KR KW KZ LA LB LK LR
LT LU LV LY MA MD ME MG MK ML MM MN MR MT MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PH PK PL PS PT PY QA RO RS RU RW SA SD SE SG
SI SK SL SN SO SS SV SY TD TG TH TJ TN TR TT TW TZ UA UG US UY UZ VE VN YE ZA ZM ZW`.split(/\s+/)

/** Pages may declare any language, so the names of only so many are cached. */
const mostKnown = 30
const known = new Map<string, ReadonlyMap<string, string>>()

/** Codes of countries by lower-case name in a language: `allemagne` is `DE` in French. */
export function countriesIn(language: string): ReadonlyMap<string, string> {
  const found = known.get(language)
  if (found) return found
  const made = new Map(namesIn(language))
  if (known.size >= mostKnown) known.clear()
  known.set(language, made)
  return made
}

function namesIn(language: string): (readonly [string, string])[] {
  try {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    return codes.flatMap((code) => {
      const name = names.of(code)
      return name && !/\s/.test(name) ? [[name.toLowerCase(), code] as const] : []
    })
  } catch {
    return [] // a page may declare any string as its language
  }
}
