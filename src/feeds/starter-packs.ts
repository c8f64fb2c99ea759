/** A few feeds of one section in one language, to start with. */
export type StarterPack = {
  readonly id: string
  readonly name: string
  readonly language: string
  readonly section: string
  readonly feeds: readonly { readonly title: string; readonly url: string; readonly siteUrl: string }[]
}

type Row = readonly [title: string, url: string, siteUrl: string]

function pack(id: string, name: string, language: string, section: string, rows: readonly Row[]): StarterPack {
  return { id, name, language, section, feeds: rows.map(([title, url, siteUrl]) => ({ title, url, siteUrl })) }
}

/** Public feeds of well-known outlets. Several per subject, so that a story has sources. */
export const starterPacks: readonly StarterPack[] = [
  pack('en-world', 'World', 'en', 'world', [
    ['BBC News: World', 'https://feeds.bbci.co.uk/news/world/rss.xml', 'https://www.bbc.com/news/world'],
    ['The Guardian: World', 'https://www.theguardian.com/world/rss', 'https://www.theguardian.com/world'],
    ['Al Jazeera English', 'https://www.aljazeera.com/xml/rss/all.xml', 'https://www.aljazeera.com/'],
    ['NPR: World', 'https://feeds.npr.org/1004/rss.xml', 'https://www.npr.org/sections/world/'],
    [
      'The New York Times: World',
      'https://rss.nytimes.com/services/xml/rss/nyt/World.xml',
      'https://www.nytimes.com/section/world',
    ],
    ['Deutsche Welle', 'https://rss.dw.com/rdf/rss-en-all', 'https://www.dw.com/en/'],
    ['France 24', 'https://www.france24.com/en/rss', 'https://www.france24.com/en/'],
    ['Sky News: World', 'https://feeds.skynews.com/feeds/rss/world.xml', 'https://news.sky.com/world'],
    ['UN News', 'https://news.un.org/feed/subscribe/en/news/all/rss.xml', 'https://news.un.org/en/'],
  ]),
  pack('en-united-kingdom', 'United Kingdom', 'en', 'politics', [
    ['BBC News: UK', 'https://feeds.bbci.co.uk/news/uk/rss.xml', 'https://www.bbc.co.uk/news/uk'],
    ['BBC News: Politics', 'https://feeds.bbci.co.uk/news/politics/rss.xml', 'https://www.bbc.co.uk/news/politics'],
    ['The Guardian: UK', 'https://www.theguardian.com/uk-news/rss', 'https://www.theguardian.com/uk-news'],
    ['The Guardian: Politics', 'https://www.theguardian.com/politics/rss', 'https://www.theguardian.com/politics'],
    ['Sky News: UK', 'https://feeds.skynews.com/feeds/rss/uk.xml', 'https://news.sky.com/uk'],
    ['The Independent: UK', 'https://www.independent.co.uk/news/uk/rss', 'https://www.independent.co.uk/news/uk'],
  ]),
  pack('en-united-states', 'United States', 'en', 'politics', [
    ['NPR: News', 'https://feeds.npr.org/1001/rss.xml', 'https://www.npr.org/sections/news/'],
    ['NPR: Politics', 'https://feeds.npr.org/1014/rss.xml', 'https://www.npr.org/sections/politics/'],
    [
      'The New York Times: Politics',
      'https://rss.nytimes.com/services/xml/rss/nyt/Politics.xml',
      'https://www.nytimes.com/section/politics',
    ],
    ['The Guardian: US', 'https://www.theguardian.com/us-news/rss', 'https://www.theguardian.com/us-news'],
    ['CBS News', 'https://www.cbsnews.com/latest/rss/main', 'https://www.cbsnews.com/'],
    ['PBS NewsHour', 'https://www.pbs.org/newshour/feeds/rss/headlines', 'https://www.pbs.org/newshour/'],
    ['ProPublica', 'https://www.propublica.org/feeds/propublica/main', 'https://www.propublica.org/'],
  ]),
  pack('en-business', 'Business', 'en', 'business', [
    ['BBC News: Business', 'https://feeds.bbci.co.uk/news/business/rss.xml', 'https://www.bbc.com/news/business'],
    ['The Guardian: Business', 'https://www.theguardian.com/business/rss', 'https://www.theguardian.com/business'],
    [
      'The New York Times: Business',
      'https://rss.nytimes.com/services/xml/rss/nyt/Business.xml',
      'https://www.nytimes.com/section/business',
    ],
    ['NPR: Business', 'https://feeds.npr.org/1006/rss.xml', 'https://www.npr.org/sections/business/'],
    ['Financial Times', 'https://www.ft.com/rss/home', 'https://www.ft.com/'],
    ['Federal Reserve', 'https://www.federalreserve.gov/feeds/press_all.xml', 'https://www.federalreserve.gov/'],
  ]),
  pack('en-technology', 'Technology', 'en', 'technology', [
    ['Ars Technica', 'https://feeds.arstechnica.com/arstechnica/index', 'https://arstechnica.com/'],
    ['The Verge', 'https://www.theverge.com/rss/index.xml', 'https://www.theverge.com/'],
    ['Wired', 'https://www.wired.com/feed/rss', 'https://www.wired.com/'],
    ['TechCrunch', 'https://techcrunch.com/feed/', 'https://techcrunch.com/'],
    ['The Register', 'https://www.theregister.com/headlines.atom', 'https://www.theregister.com/'],
    ['BBC News: Technology', 'https://feeds.bbci.co.uk/news/technology/rss.xml', 'https://www.bbc.com/news/technology'],
    [
      'The Guardian: Technology',
      'https://www.theguardian.com/technology/rss',
      'https://www.theguardian.com/technology',
    ],
  ]),
  pack('en-programming', 'Programming and security', 'en', 'technology', [
    ['LWN.net', 'https://lwn.net/headlines/rss', 'https://lwn.net/'],
    ['Hacker News', 'https://news.ycombinator.com/rss', 'https://news.ycombinator.com/'],
    ['Lobsters', 'https://lobste.rs/rss', 'https://lobste.rs/'],
    ['Krebs on Security', 'https://krebsonsecurity.com/feed/', 'https://krebsonsecurity.com/'],
    ['Schneier on Security', 'https://www.schneier.com/feed/atom/', 'https://www.schneier.com/'],
  ]),
  pack('en-science', 'Science', 'en', 'science', [
    ['Nature', 'https://www.nature.com/nature.rss', 'https://www.nature.com/nature'],
    ['Science: News', 'https://www.science.org/rss/news_current.xml', 'https://www.science.org/news'],
    ['Quanta Magazine', 'https://www.quantamagazine.org/feed/', 'https://www.quantamagazine.org/'],
    ['Phys.org', 'https://phys.org/rss-feed/', 'https://phys.org/'],
    [
      'BBC News: Science',
      'https://feeds.bbci.co.uk/news/science_and_environment/rss.xml',
      'https://www.bbc.com/news/science_and_environment',
    ],
    ['The Guardian: Science', 'https://www.theguardian.com/science/rss', 'https://www.theguardian.com/science'],
    ['NPR: Science', 'https://feeds.npr.org/1007/rss.xml', 'https://www.npr.org/sections/science/'],
  ]),
  pack('en-climate', 'Climate', 'en', 'environment', [
    [
      'The Guardian: Environment',
      'https://www.theguardian.com/environment/rss',
      'https://www.theguardian.com/environment',
    ],
    ['Carbon Brief', 'https://www.carbonbrief.org/feed/', 'https://www.carbonbrief.org/'],
    ['Grist', 'https://grist.org/feed/', 'https://grist.org/'],
    ['Inside Climate News', 'https://insideclimatenews.org/feed/', 'https://insideclimatenews.org/'],
  ]),
  pack('en-sport', 'Sport', 'en', 'sport', [
    ['BBC Sport', 'https://feeds.bbci.co.uk/sport/rss.xml', 'https://www.bbc.com/sport'],
    ['The Guardian: Sport', 'https://www.theguardian.com/sport/rss', 'https://www.theguardian.com/sport'],
    ['ESPN', 'https://www.espn.com/espn/rss/news', 'https://www.espn.com/'],
  ]),
  pack('fr-actualite', 'Actualité', 'fr', 'world', [
    ['Le Monde', 'https://www.lemonde.fr/rss/une.xml', 'https://www.lemonde.fr/'],
    ['France 24', 'https://www.france24.com/fr/rss', 'https://www.france24.com/fr/'],
    ['Franceinfo', 'https://www.francetvinfo.fr/titres.rss', 'https://www.francetvinfo.fr/'],
    ['RFI', 'https://www.rfi.fr/fr/rss', 'https://www.rfi.fr/fr/'],
    ['Le Figaro', 'https://www.lefigaro.fr/rss/figaro_actualites.xml', 'https://www.lefigaro.fr/'],
    ['Libération', 'https://www.liberation.fr/arc/outboundfeeds/rss/?outputType=xml', 'https://www.liberation.fr/'],
    ['Mediapart', 'https://www.mediapart.fr/articles/feed', 'https://www.mediapart.fr/'],
    ['ONU Info', 'https://news.un.org/feed/subscribe/fr/news/all/rss.xml', 'https://news.un.org/fr/'],
  ]),
  pack('fr-international', 'International', 'fr', 'world', [
    [
      'Le Monde : International',
      'https://www.lemonde.fr/international/rss_full.xml',
      'https://www.lemonde.fr/international/',
    ],
    [
      'Courrier international',
      'https://www.courrierinternational.com/feed/all/rss.xml',
      'https://www.courrierinternational.com/',
    ],
    ['BBC News Afrique', 'https://feeds.bbci.co.uk/afrique/rss.xml', 'https://www.bbc.com/afrique'],
  ]),
  pack('fr-sciences', 'Sciences', 'fr', 'science', [
    ['Le Monde : Sciences', 'https://www.lemonde.fr/sciences/rss_full.xml', 'https://www.lemonde.fr/sciences/'],
    ['Le Monde : Planète', 'https://www.lemonde.fr/planete/rss_full.xml', 'https://www.lemonde.fr/planete/'],
  ]),
  pack('ar-akhbar', 'أخبار', 'ar', 'world', [
    ['بي بي سي عربي', 'https://feeds.bbci.co.uk/arabic/rss.xml', 'https://www.bbc.com/arabic'],
    [
      'الجزيرة',
      'https://www.aljazeera.net/aljazeerarss/a7c186be-1baa-4bd4-9d80-a84db769f779/73d0e1b4-532f-45ef-b135-bfdff8b8cab9',
      'https://www.aljazeera.net/',
    ],
    ['فرانس 24', 'https://www.france24.com/ar/rss', 'https://www.france24.com/ar/'],
    ['DW عربية', 'https://rss.dw.com/rdf/rss-ar-all', 'https://www.dw.com/ar/'],
    ['سكاي نيوز عربية', 'https://www.skynewsarabia.com/rss.xml', 'https://www.skynewsarabia.com/'],
    ['أخبار الأمم المتحدة', 'https://news.un.org/feed/subscribe/ar/news/all/rss.xml', 'https://news.un.org/ar/'],
  ]),
  pack('de-nachrichten', 'Nachrichten', 'de', 'world', [
    ['tagesschau', 'https://www.tagesschau.de/index~rss2.xml', 'https://www.tagesschau.de/'],
    ['Der Spiegel', 'https://www.spiegel.de/schlagzeilen/index.rss', 'https://www.spiegel.de/'],
    ['Die Zeit', 'https://newsfeed.zeit.de/index', 'https://www.zeit.de/'],
    ['FAZ', 'https://www.faz.net/rss/aktuell/', 'https://www.faz.net/aktuell/'],
    ['Süddeutsche Zeitung', 'https://rss.sueddeutsche.de/rss/Topthemen', 'https://www.sueddeutsche.de/'],
    ['Deutschlandfunk', 'https://www.deutschlandfunk.de/nachrichten-100.rss', 'https://www.deutschlandfunk.de/'],
    ['Deutsche Welle', 'https://rss.dw.com/rdf/rss-de-all', 'https://www.dw.com/de/'],
    ['NZZ', 'https://www.nzz.ch/recent.rss', 'https://www.nzz.ch/'],
  ]),
  pack('de-technik', 'Technik', 'de', 'technology', [
    ['heise online', 'https://www.heise.de/rss/heise-atom.xml', 'https://www.heise.de/'],
    ['netzpolitik.org', 'https://netzpolitik.org/feed/', 'https://netzpolitik.org/'],
    ['Golem.de', 'https://rss.golem.de/rss.php?feed=RSS2.0', 'https://www.golem.de/'],
  ]),
  pack('es-actualidad', 'Actualidad', 'es', 'world', [
    ['El País', 'https://feeds.elpais.com/mrss-s/pages/ep/site/elpais.com/portada', 'https://elpais.com/'],
    ['El Mundo', 'https://e00-elmundo.uecdn.es/elmundo/rss/portada.xml', 'https://www.elmundo.es/'],
    ['elDiario.es', 'https://www.eldiario.es/rss/', 'https://www.eldiario.es/'],
    ['BBC News Mundo', 'https://feeds.bbci.co.uk/mundo/rss.xml', 'https://www.bbc.com/mundo'],
    ['France 24', 'https://www.france24.com/es/rss', 'https://www.france24.com/es/'],
    ['Noticias ONU', 'https://news.un.org/feed/subscribe/es/news/all/rss.xml', 'https://news.un.org/es/'],
  ]),
  pack('pt-noticias', 'Notícias', 'pt', 'world', [
    ['BBC News Brasil', 'https://feeds.bbci.co.uk/portuguese/rss.xml', 'https://www.bbc.com/portuguese'],
    ['G1', 'https://g1.globo.com/rss/g1/', 'https://g1.globo.com/'],
    ['ONU News', 'https://news.un.org/feed/subscribe/pt/news/all/rss.xml', 'https://news.un.org/pt/'],
  ]),
  pack('it-notizie', 'Notizie', 'it', 'world', [
    ['ANSA', 'https://www.ansa.it/sito/ansait_rss.xml', 'https://www.ansa.it/'],
    ['Il Post', 'https://www.ilpost.it/feed/', 'https://www.ilpost.it/'],
  ]),
]
