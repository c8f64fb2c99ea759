/** A page of an invented site, with the lines of its article and those that all pages of the site have. */
export type SitePage = {
  readonly url: string
  readonly html: string
  readonly gold: { readonly text: string }
  readonly furniture?: readonly string[]
}

type Site = {
  readonly host: string
  readonly desk: string
  /** Short lines that are on every page, between and behind the paragraphs. */
  readonly lines: readonly string[]
  /** A sentence that ends every page. */
  readonly closing: string
  /** A sentence of background that many articles have among their own. */
  readonly background: string
  /** A heading that many articles have over text of their own. */
  readonly heading: string
  /** A saying that many articles quote. */
  readonly saying: string
}

const sites: readonly Site[] = [
  {
    host: 'pellbay.example',
    desk: 'Pell Bay',
    lines: ['Pell Bay in pictures', 'Letters from the pier', 'The week on the water'],
    closing: 'The Pell Bay Gazette belongs to those who read it and has been printed on this quay for ninety years.',
    background:
      'The old bridge of Pell Bay was closed two winters ago after divers found cracks in three of its piers.',
    heading: 'What happens next',
    saying: 'We mend what we use and we use what we mend',
  },
  {
    host: 'upland-courier.example',
    desk: 'Upland',
    lines: ['Voices of the valleys', 'Courier extra', 'Weather on the tops'],
    closing:
      'Words and pictures of the Upland Courier may be read aloud in schools of the valleys without asking first.',
    background: 'Sheep have been counted twice a year on the upland commons since the great snow buried four flocks.',
    heading: 'Background',
    saying: 'A hill remembers every gate that was left open',
  },
  {
    host: 'marl.example',
    desk: 'Marl',
    lines: ['Marl at a glance', 'Count on Marl', 'Numbers of the day'],
    closing: 'Marl is made by eleven people in a former dairy, and by everybody who sends a correction before noon.',
    background: 'The dairy tax was brought in by the lower house in spring and sent back by the upper house in autumn.',
    heading: 'By the numbers',
    saying: 'No sum is too small to be checked by a stranger',
  },
  {
    host: 'brise.example',
    desk: 'Brise',
    lines: ['Le port en bref', 'Carnet de bord', 'La marée du jour'],
    closing:
      'Brise est un journal de bord écrit par des gens du port, relu chaque soir par celles et ceux qui y travaillent.',
    background:
      'Le phare de la pointe a été éteint il y a deux hivers, quand la tempête a emporté une partie de la digue.',
    heading: 'Et maintenant',
    saying: 'On répare ce que la mer prête et on rend ce qu’elle reprend',
  },
]

const pagesOfSite = 12
const verbs = 'weighed counted mended painted measured sold lent sorted hauled carried stored moved'.split(' ')
const things = 'nets ropes lamps stones bells sails oars planks tiles carts wheels gates kilns looms'.split(' ')
const people = 'carpenters bakers pilots weavers masons porters nurses drivers farmers clerks joiners'.split(' ')
const places = 'mill lock weir market school chapel depot yard station orchard granary slipway'.split(' ')

/** All pages in the order in which they come: each site in turn, with a copy of one article under another address. */
export function inventedPages(): readonly SitePage[] {
  const pages = Array.from({ length: pagesOfSite }, (_, number) => sites.map((site) => pageOf(site, number))).flat()
  return [...pages, ...sites.map((site) => ({ ...pageOf(site, 2), url: `https://${site.host}/again/2` }))]
}

function pageOf(site: Site, number: number): SitePage {
  const next = numbers(number * 7919 + site.host.length * 104_729 + 1)
  const pick = (words: readonly string[]) => words[next() % words.length]!
  const sentence = () =>
    `On day ${(next() % 27) + 1} the ${pick(people)} of the ${pick(places)} ${pick(verbs)} ${(next() % 900) + 20} ${pick(things)} and ${pick(verbs)} the ${pick(things)} beside the ${pick(places)} of ${site.desk}.`
  const paragraph = () => `${sentence()} ${sentence()}`
  const own = Array.from({ length: 7 + (number % 4) }, paragraph)
  const title = `${site.desk}: ${pick(people)} and the ${pick(places)}, part ${number}`
  const said = `“${site.saying},” said the ${pick(people)} of the ${pick(places)} on day ${(next() % 27) + 1}.`
  const middle = [
    ...own.slice(0, 2),
    ...(number % 2 === 0 ? [site.background] : []),
    ...own.slice(2, 4),
    ...(number % 3 === 0 ? [said] : []),
  ]
  const end = own.slice(4)
  const furniture = [...site.lines, site.closing]
  const p = (line: string) => `<p>${line}</p>`
  const text = [...middle, site.heading, ...end]
  const html = `<html><head><title>${title}</title></head><body><header><a href="/">${site.desk}</a></header><article><h1>${title}</h1>
<div class="text">${middle.map(p).join('')}${p(site.lines[0]!)}<h2>${site.heading}</h2>${end.slice(0, -1).map(p).join('')}${p(site.lines[1]!)}${p(end.at(-1)!)}${p(site.lines[2]!)}${p(site.closing)}</div></article>
<footer>${p(`Imprint of ${site.desk}`)}</footer></body></html>`
  return { url: `https://${site.host}/news/${number}`, html, gold: { text: text.join('\n') }, furniture }
}

/** Whole numbers that look random and are the same on every machine. */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 8
  }
}
