import { numbersIn } from './number-forms.ts'
import type * as en from './words-en.ts'
import type { AccessWords, FormAgainWords, LivePostWords, SectionNames } from './words-en.ts'

export const accessDe: AccessWords = {
  locked: 'Nur für Abonnenten',
  metered: 'Begrenzt frei lesbar',
  meaning: 'Laut Seite des Mediums. Wie viel Text vorliegt, steht daneben.',
}

export const grouped = numbersIn('de-DE')
export const number = (count: number) => grouped.format(count)

/** Only one is singular: `0 Artikel`, `1 Bericht`, `2 Berichte`. */
export const plural = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`

export const counts: typeof en.counts = {
  colon: ': ',
  articles: (count) => plural(count, 'Artikel', 'Artikel'),
  reports: (count) => plural(count, 'unabhängiger Bericht', 'unabhängige Berichte'),
  copies: (count) => plural(count, 'Kopie', 'Kopien'),
  quotes: (count) => plural(count, 'Zitat', 'Zitate'),
  differences: (count) => plural(count, 'Widerspruch', 'Widersprüche'),
  outletsCount: (count) => plural(count, 'Medium', 'Medien'),
  wordings: (count) => plural(count, 'Formulierung', 'Formulierungen'),
  stories: (count) => plural(count, 'Story', 'Storys'),
  sourcesCount: (count) => plural(count, 'Quelle', 'Quellen'),
  feedsCount: (count) => plural(count, 'Feed', 'Feeds'),
  independentOf: (reports, total) =>
    `${plural(reports, 'unabhängiger Bericht', 'unabhängige Berichte')} in ${plural(total, 'Artikel', 'Artikeln')}`,
  more: (count) => (count === 1 ? 'noch 1' : `${number(count)} weitere`),
}

export const explanations: typeof en.explanations = [
  {
    id: 'independence',
    title: 'Unabhängige Berichte',
    caption:
      'Acht Artikel zu einem Ereignis: Fünf bringen denselben Bericht, zwei einen anderen, einer ist eigenständig. Drei unabhängige Berichte.',
    paragraphs: [
      'Artikel mit wörtlich gleichen Sätzen bilden eine Gruppe, und eine Gruppe zählt einmal, egal wie viele Medien sie bringen. Eine Story mit 27 Artikeln und 4 unabhängigen Berichten wurde viermal berichtet und 23-mal übernommen. Dasselbe Zitat zu bringen ist keine Übernahme, und Medien desselben Eigentümers gelten nicht als unabhängig voneinander.',
      'Wer zuerst berichtet hat, zeigt der Agenturhinweis, sonst die früheste bekannte Uhrzeit. Fehlt beides, steht das dabei. „Eigener Text“ ist der Anteil der Wörter, die in keinem früheren Artikel der Story vorkommen. Artikel, die dieselben Fakten und Zahlen in derselben Reihenfolge mit anderen Worten bringen, sind markiert, zählen aber mit.',
    ],
  },
  {
    id: 'today',
    title: 'Die Reihenfolge der Storys',
    paragraphs: [
      'Storys mit mindestens zwei unabhängigen Berichten stehen vorn. Danach zählt, wie viele Berichte es sind, wie neu die Story ist und wie schnell sie wächst. „Warum dieser Rang“ zeigt, wie eine Story auf ihren Platz kommt.',
      '„Neu“ sind Storys in den ersten sechs Stunden, „Laufend“ danach, solange Artikel hinzukommen. „Nur eine Quelle“ heißt, dass kein anderes Medium berichtet hat, „Widersprüche“, dass Aussagen nicht zusammenpassen.',
    ],
  },
  {
    id: 'citations',
    title: 'Belege',
    caption: 'Jede Aussage führt zu dem Satz, aus dem sie stammt, im Absatz markiert.',
    paragraphs: [
      'Jede Aussage ist mit dem Satz verlinkt, aus dem sie stammt. Jeder Beleg wird Buchstabe für Buchstabe mit dem gespeicherten Text verglichen. Was nicht übereinstimmt, fällt weg, und es steht da, wie viel das war. Ändert sich ein Artikel, bleibt die frühere Fassung erhalten: Der Beleg zeigt weiter, was dort stand.',
    ],
  },
  {
    id: 'differences',
    title: 'Widersprüche',
    caption: 'Zwei Darstellungen nebeneinander, jede mit eigener Quelle. Ohne Urteil.',
    paragraphs: [
      'Zwei Aussagen stehen nur dann nebeneinander, wenn ein Bericht selbst sagt, dass sie sich widersprechen, oder wenn für denselben Zeitpunkt verschiedene Zahlen genannt werden. Wer recht hat, sagen wir nicht. Eine Zahl, die von Stunde zu Stunde steigt, ist kein Widerspruch, sondern eine Aktualisierung.',
    ],
  },
  {
    id: 'confidence',
    title: 'Wer es gesagt hat',
    caption: 'Über der Linie nennen wir die Person, darunter steht „wahrscheinlich“.',
    paragraphs: [
      'Zitate erscheinen genau so, wie sie im Artikel stehen. Die zitierte Person wird an einem Muster erkannt, etwa am Namen nach dem Zitat oder an einem Fürwort; alle Muster sind an geprüften Artikeln getestet. Unter 60 % steht „wahrscheinlich“. Wird niemand genannt, bleibt das Zitat ohne Namen.',
    ],
  },
  {
    id: 'dates',
    title: 'Datumsangaben',
    paragraphs: ['Ein aus Wörtern wie „am Freitag“ errechnetes Datum steht neben diesen Wörtern.'],
  },
  {
    id: 'completeness',
    title: 'Volltext oder weniger',
    caption: 'Vollständig, hinter einer Bezahlschranke, nur Zusammenfassung, Anfang fehlt: Alles ist gekennzeichnet.',
    paragraphs: [
      '„Volltext“ heißt: Der ganze Artikel liegt vor, von seiner Seite oder aus dem Feed. Sonst steht dabei, was fehlt, und auf der Artikelseite, warum. Ein unvollständiger Text wird nie wie ein vollständiger zusammengefasst, und nie heißt es dann, das Medium habe etwas weggelassen.',
    ],
  },
  {
    id: 'privacy',
    title: 'Datenschutz',
    caption: 'Dieser Server ruft Feeds und Seiten der Medien ab. Über Sie erfährt niemand etwas.',
    paragraphs: [
      'Ihr Browser spricht nur mit diesem Server; auch Bilder kommen darüber. Was Sie lesen, ist nur hier gespeichert.',
    ],
  },
]

export const formAgainDe: FormAgainWords = {
  title: 'Es fehlt etwas',
  wrongTitle: 'Etwas stimmt nicht',
  lead: 'Nichts wurde geändert. Ihre Eingaben sind noch da.',
  unclear: 'Eine dieser Angaben ist so nicht verwendbar.',
  empty: 'Dieses Feld ist erforderlich.',
  unchosen: 'Bitte auf der vorigen Seite auswählen.',
  notTicked: 'Zum Fortfahren dieses Kästchen ankreuzen.',
  noFile: 'Bitte eine Datei auswählen.',
  fileAgain: 'Bitte die Datei erneut auswählen.',
  unusable: 'Diese Angabe ist so nicht verwendbar.',
  tooLong: (most) => `Höchstens ${number(most)} Zeichen.`,
  again: 'Erneut senden',
  back: 'Zurück',
  fields: {
    address: 'Adresse',
    title: 'Titel',
    name: 'Name',
    newName: 'Neuer Name',
    folder: 'Ordner (optional)',
    tags: 'Schlagwörter, durch Kommas getrennt',
    search: 'Suche',
    words: 'Wörter',
    note: 'Notiz',
    text: 'Text',
    reason: 'Grund',
    choice: 'Auswahl',
    file: 'Datei',
    sure: 'Ja, sicher',
    perHour: 'Pro Stunde',
    from: 'Von',
    until: 'Bis',
    items: 'Selektor für einen Artikel',
  },
}

export const everyPage: typeof en.everyPage = {
  skip: 'Zum Inhalt springen',
  mainNavigation: 'Hauptmenü',
  sources: 'Quellen',
  add: 'Hinzufügen',
  about: 'So funktioniert Twosource',
  search: 'Suchen',
  searchLabel: 'Storys, Zitate, Personen',
  theme: 'Darstellung',
  themes: { auto: 'System', light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  save: 'Speichern',
  timesIn: (zone) => `Alle Zeiten: ${zone}.`,
  noTracking: 'Kein Tracking. Nichts wird von anderen Websites geladen.',
  justNow: 'gerade eben',
  timeUnknown: 'Zeit unbekannt',
  opensElsewhere: 'Original',
}

export const frame: typeof en.frame = {
  places: {
    today: 'Heute',
    feeds: 'Feeds',
    following: 'Folge ich',
    library: 'Bibliothek',
    brief: 'Briefing',
    ask: 'Fragen',
    check: 'Text prüfen',
    people: 'Personen',
    sources: 'Quellen',
    desk: 'Redaktion',
    discussion: 'Diskussion',
    add: 'Feeds hinzufügen',
    settings: 'Einstellungen',
    account: 'Konto',
    server: 'Server',
  },
  saved: 'Gespeichert',
  notes: 'Notizen',
  history: 'Verlauf',
  more: 'Mehr',
  keyGroups: { move: 'Bewegen', item: 'Mit einem Eintrag', page: 'Auf der Seite', go: 'Gehe zu' },
  keys: {
    j: 'nächster Eintrag',
    k: 'voriger Eintrag',
    n: 'nächster Abschnitt',
    p: 'voriger Abschnitt',
    o: 'öffnen',
    v: 'Original öffnen',
    m: 'als gelesen oder ungelesen markieren',
    s: 'Stern setzen oder speichern',
    A: 'alle darüber als gelesen markieren',
    B: 'alle darunter als gelesen markieren',
    f: 'folgen',
    u: 'letzte Aktion rückgängig machen',
    l: 'anhören oder pausieren',
    ',': 'beim Anhören: voriger Satz',
    '.': 'beim Anhören: nächster Satz',
    '/': 'suchen',
    z: 'Fokusmodus',
    '?': 'diese Liste',
  },
  keysNote: 'In einem Beleg neben dem Text springen j und k zum nächsten und vorigen Beleg der Seite.',
  newStories: (count) => plural(count, 'neue Story', 'neue Storys'),
  storyChanged: 'Diese Story hat sich geändert',
  show: 'anzeigen',
  previousCitation: 'Voriger Beleg',
  nextCitation: 'Nächster Beleg',
  paragraphBefore: 'Absatz davor',
  paragraphAfter: 'Absatz danach',
  listen: 'Anhören',
  pause: 'Pause',
  goOn: 'Weiter',
  stop: 'Stopp',
  speed: 'Tempo',
  compare: 'Formulierungen vergleichen',
}

export const keyboard: typeof en.keyboard = {
  keys: 'Tastenkürzel',
  keysOn: 'Tastenkürzel mit einer Taste verwenden',
}

export const app: typeof en.app = {
  showPicture: 'Bild anzeigen',
  pictureLoading: 'Bild wird geladen…',
  pictureFailed: 'Das Bild konnte nicht geladen werden.',
  pictureNote: 'Bilder kommen vom Medium über diesen Server, nie direkt auf Ihr Gerät.',
  alwaysShow: 'Bilder immer anzeigen',
  share: 'Teilen',
  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert.',
  linkNotCopied: 'Der Link konnte nicht kopiert werden. Er steht in der Adresszeile.',
  printed: 'Gedruckt',
  addresses: 'Adressen',
  offlineSince: 'Der Server ist nicht erreichbar. Diese Kopie ist von',
  tryAgain: 'Erneut versuchen',
  offline: 'Offline lesen',
  offlineLead:
    'Geöffnete oder gespeicherte Seiten und der Anfang von „Heute“: bis zu 200 Seiten; die ältesten werden zuerst entfernt.',
  notKept: 'Sie sind offline, und diese Seite ist auf diesem Gerät nicht gespeichert.',
  notSent:
    'Sie sind offline, und das lässt sich nicht später senden. Nichts wurde geändert: Gehen Sie zurück und senden Sie es, sobald Sie online sind.',
  copiesKept: 'Gespeicherte Seiten',
  copiesSize: 'Belegter Speicher',
  changesWaiting: 'Änderungen, die noch gesendet werden',
  changesRefused: 'Änderungen, die der Server abgelehnt hat',
  sendNow: 'Jetzt senden',
  forgetRefused: 'Verwerfen',
  keepNow: 'Anfang von „Heute“ speichern',
  clearCopies: 'Alle entfernen',
  copiesCleared: 'Alle Kopien entfernt.',
  keptPages: 'Auf diesem Gerät',
  noCopies: 'Noch nichts gespeichert.',
  needsHttps: 'Offline-Kopien brauchen https oder localhost.',
  needsScript: 'Offline-Kopien brauchen JavaScript.',
  install: 'App installieren',
  installHint: 'Im Menü des Browsers „Installieren“ oder „Zum Startbildschirm hinzufügen“ wählen.',
  description: 'Jede Story einmal, mit allen Quellen.',
  shared: 'Geteilte Seite',
  sharedNothing: 'Es wurde keine Webadresse geteilt.',
  sharedUnknown: 'Zu dieser Adresse gibt es hier noch keinen Artikel.',
  readPage: 'Diese Seite lesen',
  readPageNote: 'Sie wird einmal abgerufen und wie ein Artikel aus einem Feed gespeichert.',
  addItsFeed: 'Feed der Website hinzufügen',
  readFailed: 'Diese Seite konnte nicht gelesen werden',
}

export const problems: typeof en.problems = {
  notFound: 'Seite nicht gefunden',
  notFoundNote: 'Vielleicht wurde sie entfernt, oder die URL ist unvollständig.',
  refused: 'Anfrage abgelehnt',
  refusedNote: 'Die Anfrage kam von einer anderen Website; nichts wurde geändert.',
  otherReaderNote: 'Inzwischen ist jemand anderes angemeldet; nichts wurde geändert.',
  badRequest: 'Es fehlt etwas',
  badRequestNote: 'Ein Teil der Anfrage fehlt oder ist ungültig. Gehen Sie zurück und versuchen Sie es erneut.',
  tooLarge: 'Zu groß',
  tooLargeNote: 'Das ist mehr, als diese Seite annimmt.',
  broken: 'Etwas ist schiefgegangen',
  brokenNote: 'Das ist unser Fehler. Nichts ist verloren gegangen.',
  busyNow: 'Gerade ausgelastet',
  busyNowNote:
    'Die Datenbank hat nicht rechtzeitig geantwortet. Nichts wurde geändert; versuchen Sie es gleich noch einmal.',
  unconfirmed: 'Nicht bestätigt',
  unconfirmedNote:
    'Beim Speichern ist die Verbindung abgebrochen. Bitte vor einem neuen Versuch nachsehen, ob die Änderung schon da ist.',
  inLog: 'Kennung:',
  backToToday: 'Zu „Heute“',
}

export const livePostsDe: LivePostWords = {
  title: 'Einträge',
  order: 'Reihenfolge wie auf der Seite des Mediums. Zeiten ohne Zeitzone stehen so da, wie das Medium sie angibt.',
  link: 'Link zu diesem Eintrag',
}

export const sectionNamesDe: SectionNames = {
  World: 'International',
  Politics: 'Politik',
  Business: 'Wirtschaft',
  Science: 'Wissen',
  Health: 'Gesundheit',
  Sport: 'Sport',
  Culture: 'Kultur',
  Technology: 'Digitales',
  Local: 'Lokales',
  Climate: 'Klima',
}
