import { defined } from '../../core/defined.ts'
import { nameWordKey } from '../../core/names/name-spelling.ts'

/**
 * Who held which office and when: facts the articles of a day take as known (`the Prime Minister`). An editable list;
 * every row names a public source. It is used only for a person whom the article itself names: it never puts a name
 * where the text has none.
 *
 * Days are ISO 8601; `until` absent: in office when the list was last read over (see `reviewedOn`).
 */
export type OfficeHolder = {
  readonly name: string
  /** Lower case, as the text would say it: `prime minister`. */
  readonly office: string
  /** Lower-case country or body. */
  readonly of: string
  readonly from: string
  readonly until?: string
  readonly source: string
  /** Item of Wikidata, only where it is certain: `Q7747`. */
  readonly wikidataId?: string
}

export const reviewedOn = '2025-09-01'

/** Wikidata's items of the persons below; who is not here has none that we are sure of. */
const WIKIDATA: { readonly [name: string]: string } = {
  'Donald Trump': 'Q22686',
  'Joe Biden': 'Q6279',
  'Barack Obama': 'Q76',
  'George W Bush': 'Q207',
  'Kamala Harris': 'Q10853588',
  'Mike Pence': 'Q24313',
  'Keir Starmer': 'Q6383803',
  'Boris Johnson': 'Q180589',
  'Theresa May': 'Q264766',
  'David Cameron': 'Q192',
  'Emmanuel Macron': 'Q3052772',
  'François Hollande': 'Q157',
  'Olaf Scholz': 'Q61053',
  'Angela Merkel': 'Q567',
  'Donald Tusk': 'Q946',
  'Volodymyr Zelensky': 'Q3874799',
  'Vladimir Putin': 'Q7747',
  'Recep Tayyip Erdogan': 'Q39259',
  'Benjamin Netanyahu': 'Q43723',
  'Xi Jinping': 'Q15031',
  'Narendra Modi': 'Q1058',
  'Justin Trudeau': 'Q3099714',
  'Luiz Inácio Lula da Silva': 'Q37181',
  'Ursula von der Leyen': 'Q60772',
  'Ban Ki-moon': 'Q1253',
}

const row = (name: string, office: string, of: string, from: string, until: string, source: string): OfficeHolder => {
  return { name, office, of, from, source, ...defined({ until: until || undefined, wikidataId: WIKIDATA[name] }) }
}

const GOV_UK = 'https://www.gov.uk/government/ministers'
const PAST_PM = 'https://www.gov.uk/government/history/past-prime-ministers'
const WHITE_HOUSE = 'https://www.whitehouse.gov/about-the-white-house/presidents/'
const ELYSEE = 'https://www.elysee.fr/la-presidence/les-presidents-de-la-republique-depuis-1848'
const BUNDESREGIERUNG = 'https://www.bundesregierung.de/breg-en/federal-government/chancellery'
const EUROPA = 'https://european-union.europa.eu/institutions-law-budget/leadership_en'
const NATO = 'https://www.nato.int/cps/en/natohq/declassified_137930.htm'
const UN = 'https://www.un.org/sg/en/content/former-secretaries-general'

export const officeHolders: readonly OfficeHolder[] = [
  row('Donald Trump', 'president', 'us', '2025-01-20', '', WHITE_HOUSE),
  row('Donald Trump', 'president', 'us', '2017-01-20', '2021-01-20', WHITE_HOUSE),
  row('Joe Biden', 'president', 'us', '2021-01-20', '2025-01-20', WHITE_HOUSE),
  row('Barack Obama', 'president', 'us', '2009-01-20', '2017-01-20', WHITE_HOUSE),
  row('George W Bush', 'president', 'us', '2001-01-20', '2009-01-20', WHITE_HOUSE),
  row('JD Vance', 'vice president', 'us', '2025-01-20', '', WHITE_HOUSE),
  row('Kamala Harris', 'vice president', 'us', '2021-01-20', '2025-01-20', WHITE_HOUSE),
  row('Mike Pence', 'vice president', 'us', '2017-01-20', '2021-01-20', WHITE_HOUSE),
  row('Marco Rubio', 'secretary of state', 'us', '2025-01-21', '', 'https://www.state.gov/biographies/'),
  row('Keir Starmer', 'prime minister', 'uk', '2024-07-05', '', GOV_UK),
  row('Rishi Sunak', 'prime minister', 'uk', '2022-10-25', '2024-07-05', PAST_PM),
  row('Liz Truss', 'prime minister', 'uk', '2022-09-06', '2022-10-25', PAST_PM),
  row('Boris Johnson', 'prime minister', 'uk', '2019-07-24', '2022-09-06', PAST_PM),
  row('Theresa May', 'prime minister', 'uk', '2016-07-13', '2019-07-24', PAST_PM),
  row('David Cameron', 'prime minister', 'uk', '2010-05-11', '2016-07-13', PAST_PM),
  row('Rachel Reeves', 'chancellor', 'uk', '2024-07-05', '', GOV_UK),
  row('Emmanuel Macron', 'president', 'france', '2017-05-14', '', ELYSEE),
  row('François Hollande', 'president', 'france', '2012-05-15', '2017-05-14', ELYSEE),
  row('Friedrich Merz', 'chancellor', 'germany', '2025-05-06', '', BUNDESREGIERUNG),
  row('Olaf Scholz', 'chancellor', 'germany', '2021-12-08', '2025-05-06', BUNDESREGIERUNG),
  row('Angela Merkel', 'chancellor', 'germany', '2005-11-22', '2021-12-08', BUNDESREGIERUNG),
  row('Giorgia Meloni', 'prime minister', 'italy', '2022-10-22', '', 'https://www.governo.it/en'),
  row('Pedro Sánchez', 'prime minister', 'spain', '2018-06-02', '', 'https://www.lamoncloa.gob.es/lang/en/'),
  row('Donald Tusk', 'prime minister', 'poland', '2023-12-13', '', 'https://www.gov.pl/web/primeminister'),
  row('Viktor Orbán', 'prime minister', 'hungary', '2010-05-29', '', 'https://miniszterelnok.hu/en/'),
  row('Volodymyr Zelensky', 'president', 'ukraine', '2019-05-20', '', 'https://www.president.gov.ua/en'),
  row('Vladimir Putin', 'president', 'russia', '2012-05-07', '', 'http://en.kremlin.ru/structure/president'),
  row('Recep Tayyip Erdogan', 'president', 'turkey', '2014-08-28', '', 'https://www.tccb.gov.tr/en/'),
  row(
    'Benjamin Netanyahu',
    'prime minister',
    'israel',
    '2022-12-29',
    '',
    'https://www.gov.il/en/departments/prime_ministers_office',
  ),
  row('Mahmoud Abbas', 'president', 'palestine', '2005-01-15', '', 'https://president.ps/'),
  row('Xi Jinping', 'president', 'china', '2013-03-14', '', 'https://english.www.gov.cn/'),
  row('Narendra Modi', 'prime minister', 'india', '2014-05-26', '', 'https://www.pmindia.gov.in/en/'),
  row('Mark Carney', 'prime minister', 'canada', '2025-03-14', '', 'https://www.pm.gc.ca/en'),
  row('Justin Trudeau', 'prime minister', 'canada', '2015-11-04', '2025-03-14', 'https://www.pm.gc.ca/en'),
  row('Anthony Albanese', 'prime minister', 'australia', '2022-05-23', '', 'https://www.pm.gov.au/'),
  row('Luiz Inácio Lula da Silva', 'president', 'brazil', '2023-01-01', '', 'https://www.gov.br/planalto/en'),
  row('Claudia Sheinbaum', 'president', 'mexico', '2024-10-01', '', 'https://www.gob.mx/presidencia/en'),
  row('Masoud Pezeshkian', 'president', 'iran', '2024-07-28', '', 'https://president.ir/en'),
  row('Ali Khamenei', 'supreme leader', 'iran', '1989-06-04', '', 'https://english.khamenei.ir/'),
  row('Ursula von der Leyen', 'president', 'european commission', '2019-12-01', '', EUROPA),
  row('António Costa', 'president', 'european council', '2024-12-01', '', EUROPA),
  row('Roberta Metsola', 'president', 'european parliament', '2022-01-18', '', EUROPA),
  row('Mark Rutte', 'secretary general', 'nato', '2024-10-01', '', NATO),
  row('Jens Stoltenberg', 'secretary general', 'nato', '2014-10-01', '2024-10-01', NATO),
  row('António Guterres', 'secretary general', 'un', '2017-01-01', '2027-01-01', UN),
  row('Ban Ki-moon', 'secretary general', 'un', '2007-01-01', '2017-01-01', UN),
]

/** Offices held on a day, `YYYY-MM-DD` or longer. */
export function heldOn(day: string): OfficeHolder[] {
  const date = day.slice(0, 10)
  return officeHolders.filter(({ from, until }) => from <= date && (until === undefined || date < until))
}

/** Wikidata's item of a person of the list by full name, once in office: a namesake of years before is somebody else. */
export function wikidataIdOf(name: string, day: string): string | undefined {
  const [first] = TERMS.get(keyOf(name)) ?? []
  return first && first.from <= day.slice(0, 10) ? first.wikidataId : undefined
}

function keyOf(name: string): string {
  return name.split(' ').map(nameWordKey).join(' ')
}

/** By name, the first term first. */
const TERMS = new Map<string, OfficeHolder[]>()
for (const holder of officeHolders) {
  const key = keyOf(holder.name)
  TERMS.set(
    key,
    [...(TERMS.get(key) ?? []), holder].sort((a, b) => (a.from < b.from ? -1 : 1)),
  )
}
