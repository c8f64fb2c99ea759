import { number, plural } from '../layout/words-de.ts'
import type { Words } from '../words/en.ts'
import type * as en from './words-en.ts'
import type { FeedsOutWords, HubWords, LettersWords, ListImportWords, MailboxWords, PageFeedWords } from './words-en.ts'

export const listImportDe: ListImportWords = {
  title: 'OPML-Import',
  from: 'Von',
  feeds: 'Importierte Feeds',
  states: { running: 'Import läuft', done: 'Fertig', cancelled: 'Angehalten' },
  counts: (added, existing) => `${added} hinzugefügt, ${existing} waren schon da.`,
  note: 'Sie können diese Seite verlassen; der Import läuft im Hintergrund weiter.',
  reload: 'Aktualisieren',
  lists: 'Letzte Importe',
  addressTitle: 'OPML aus dem Web',
  addressLead: 'Die Datei wird einmal abgerufen.',
  addressLabel: 'URL der OPML-Datei',
  pages: (page, pages) => `Seite ${page} von ${pages}`,
}

export const welcome: typeof en.welcome = {
  welcome: 'Jede Story einmal, mit allen Quellen',
  welcomeLead:
    'Twosource fasst die Artikel Ihrer Feeds nach Ereignissen zusammen und zeigt, wer wirklich berichtet hat, wer übernommen hat und wer was gesagt hat. Jeder Satz führt zu seiner Quelle.',
  welcomeStart: 'Quellen auswählen',
  gathering: 'Ihre Quellen werden zum ersten Mal gelesen',
  gatheringNote:
    'Storys erscheinen unten, sobald Artikel gelesen sind. Sie können die Seite offen lassen oder später wiederkommen.',
}

export const adding: typeof en.adding = {
  addByUrl: 'Website oder Feed',
  addByUrlHint: 'Die Adresse einer Website genügt, ihre Feeds werden gefunden.',
  address: 'URL',
  importHint: 'OPML-Datei aus einem anderen Feedreader importieren. Ihre jetzigen Feeds bleiben.',
  opmlFile: 'OPML-Datei',
  packsTitle: 'Startpakete',
  addPacks: 'Ausgewählte Pakete hinzufügen',
  added: (feeds) => `Hinzugefügt: ${feeds}.`,
  alreadyHere: (count) => `${plural(count, 'war', 'waren')} schon da.`,
  addedNote: 'Artikel werden jetzt geladen.',
  chooseFeed: 'Diese Seite hat mehrere Feeds. Welcher soll es sein?',
  notAdded: 'Nicht hinzugefügt',
}

export const firstRun: Words['firstRun'] = {
  feedsNote: 'Für den Anfang ein paar Feeds auswählen. Alles, was sie veröffentlichen, erscheint hier.',
  promises: [
    'Eine Agenturmeldung, die zwanzig Zeitungen drucken, ist eine Story und zählt einmal.',
    'Jedes Zitat stimmt genau mit seinem Artikel überein. Ein Tipp zeigt den Zusammenhang.',
    'Kein Konto, kein Tracking. Alles läuft auf diesem Rechner.',
  ],
  drawing: 'Aus acht Artikeln zu einem Ereignis wird eine Story mit drei unabhängigen Berichten.',
  choose: 'Startpaket auswählen',
  chooseNote:
    'Jedes Paket enthält mehrere bekannte Medien zu einem Gebiet. Jedes davon lässt sich später wieder entfernen.',
  begin: 'Loslesen',
  or: 'Oder eigene hinzufügen',
  demo: 'Nur mal ansehen? Hier mit erfundenen Nachrichten ausprobieren:',
  steps: ['Auswählen', 'Abrufen', 'Loslesen'],
  stepsLabel: 'Schritte',
  reading: 'Ihre Quellen werden abgerufen',
  readingNote: 'Das dauert ein bis zwei Minuten. Sie können diese Seite verlassen; es läuft im Hintergrund weiter.',
  first: 'Erste Storys',
  noneYet: 'Storys erscheinen hier, sobald Artikel eintreffen.',
  ready: (stories) => `${stories} fertig`,
  readyNote: 'Neue Artikel kommen jetzt automatisch.',
  open: '„Heute“ öffnen',
  openFeeds: 'Feeds öffnen',
  waitingNote: (articles) => `In Ihren Feeds zu lesen: ${articles}. Storys entstehen, sobald neue Artikel erscheinen.`,
  nothing: 'Noch nichts eingetroffen',
  nothingNote: 'Ihre Quellen haben keine Artikel geliefert. Bitte die Verbindung prüfen.',
  seeFeeds: 'Ihre Feeds ansehen',
  refused: {
    'no-address': ['Das ist keine Webadresse.', 'Zum Beispiel example.org oder https://example.org/feed.xml.'],
    'no-feed': [
      'Diese Seite verlinkt keinen Feed.',
      'Vielleicht gibt es auf der Website einen Link „RSS“ oder „Feed“; bitte diesen verwenden.',
    ],
    gone: ['Das Medium hat diesen Feed entfernt.', 'Vielleicht gibt es auf seiner Website einen anderen.'],
    'not-found': ['Unter dieser Adresse gibt es nichts.', 'Bitte die Schreibweise prüfen oder die Website angeben.'],
    forbidden: [
      'Die Website lässt keine Feedreader zu.',
      'Manche Feeds brauchen einen persönlichen Link: dort anmelden und ihn kopieren.',
    ],
    busy: ['Die Website bittet zu warten.', 'Bitte in einigen Minuten erneut versuchen.'],
    'server-error': ['Die Website hat ein Problem.', 'Bitte später erneut versuchen.'],
    'too-large': ['Das ist zu groß.', 'Feeds können bis zu 16 MB groß sein: Bitte den Anbieter um einen kürzeren.'],
    timeout: ['Die Website hat nicht rechtzeitig geantwortet.', 'Bitte erneut versuchen.'],
    'refused-address': [
      'Diese Adresse liegt in einem privaten Netz.',
      'Um das zu erlauben, TWOSOURCE_ALLOW_PRIVATE=true setzen und neu starten.',
    ],
    'proxy-error': ['Der Proxy dieses Servers funktioniert nicht.', 'Der Betreiber kann twosource doctor ausführen.'],
    'network-error': ['Die Website war nicht erreichbar.', 'Bitte Schreibweise und Verbindung prüfen.'],
    quota: ['Das sind mehr Feeds, als hier pro Person möglich sind.', 'Einige weglassen oder den Betreiber fragen.'],
    'too-often': ['Die stündliche Grenze ist erreicht.', 'Bitte in einigen Minuten erneut versuchen.'],
    'too-deep': ['Diese Datei kann nicht gelesen werden.', 'Einzelheiten stehen unten.'],
    'not-a-feed': [
      'Das ist weder ein Feed noch eine Webseite.',
      'Bitte die Adresse der Website eingeben; ihre Feeds werden gefunden.',
    ],
    'not-opml': [
      'Diese Datei ist keine Abonnementliste.',
      'Im anderen Feedreader „Exportieren“ und dann „OPML“ wählen.',
    ],
    'empty-opml': ['Die Datei enthält keine Feeds.', 'Bitte erneut aus dem anderen Feedreader exportieren.'],
    'nothing-chosen': ['Nichts ausgewählt.', 'Bitte mindestens eines auswählen.'],
    unknown: ['Das konnte nicht hinzugefügt werden.', 'Bitte im Browser prüfen und erneut versuchen.'],
  },
  inside: (feeds) => `In der Datei: ${feeds}`,
  insideNote: 'Noch ist nichts hinzugefügt. Unerwünschte Ordner bitte abwählen.',
  isHere: 'schon vorhanden',
  skipped: (count) => `${plural(count, 'Zeile', 'Zeilen')} nicht lesbar`,
  takeIn: 'Hinzufügen',
}

export const feedsOutDe: FeedsOutWords = {
  title: 'Feeds für andere Apps',
  lead: 'Jede Liste hier lässt sich unter einer privaten URL in einem anderen Feedreader lesen. Alle mit der URL können diesen einen Feed lesen und sonst nichts.',
  kinds: {
    feeds: 'Alle meine Feeds',
    starred: 'Gespeichert in Feeds',
    story: 'Story',
    entity: 'Person, Organisation oder Ort',
    source: 'Quelle',
    search: 'Suche',
  },
  choose: 'Feed für',
  make: 'URL erstellen',
  madeAt: 'erstellt',
  notShown:
    'Diese URL funktioniert, kann aber nicht noch einmal angezeigt werden. Bei Bedarf löschen und eine neue erstellen.',
  revokeSure: 'Ja, diese URL sperren',
  revoked: 'URL gesperrt.',
  tooMany: (most) => `Sie haben ${most} URLs. Bitte zuerst eine löschen.`,
  announced: 'sofortige Updates',
  announce: 'Sofort über Neues informieren',
  stopAnnouncing: 'Nicht mehr sofort informieren',
  announceNote:
    'Sofortige Updates nutzen WebSub: Der Hub, den der Betreiber gewählt hat, erfährt URL und Inhalt des Feeds.',
  plain: 'URL ohne Schlüssel',
  plainNote: 'Funktioniert im Browser, wenn Sie angemeldet sind, und für Gäste, falls sie lesen dürfen.',
}

export const hubsDe: HubWords = { toldBy: 'Sofortige Updates von', until: 'bis', lastTold: 'letztes Update' }

export const lettersDe: LettersWords = {
  title: 'Newsletter',
  lead: 'E-Mail-Adresse erstellen, damit einen Newsletter abonnieren und ihn hier als Feed lesen. Nur Sie können ihn sehen.',
  name: 'Name des Newsletters',
  make: 'Adresse erstellen',
  made: 'Adresse erstellt',
  madeNote: 'Jetzt damit anmelden. Verlangt der Newsletter eine Bestätigung, kommt auch diese E-Mail hier an.',
  tooMany: (most) => `Sie haben ${most} Adressen. Bitte zuerst einen Newsletter entfernen.`,
  off: 'Newsletter sind noch nicht eingerichtet',
  offNote: 'Der Betreiber kann sie einschalten.',
  ownerNote: 'TWOSOURCE_MAIL_PORT und TWOSOURCE_MAIL_DOMAIN setzen; siehe Handbuch.',
  noneNote:
    'Am besten eine Adresse pro Newsletter. Gelangt eine in falsche Hände, ist klar, woher, und nur sie muss gelöscht werden.',
  letters: (count, shown) => (count === 1 ? '1 Ausgabe' : `${shown} Ausgaben`),
  lastLetter: 'neueste',
  noLetter: 'noch keine Ausgabe',
  ended: 'geschlossen seit',
  endSure: 'Ja, neue E-Mails ablehnen',
  endedNow: 'Neue E-Mails an diese Adresse werden abgelehnt. Frühere Ausgaben bleiben.',
  leaveAt: 'Abbestellen bei',
  leaveByMail: 'Abbestellen per E-Mail an',
  leaveNote: 'vorher wird nichts gesendet',
  leftOut: (count) => (count === 1 ? 'Anhang nicht behalten:' : `${number(count)} Anhänge nicht behalten:`),
  unnamedFile: 'ohne Namen',
  unreadable: ['Eine E-Mail war nicht lesbar und wurde abgelehnt.', 'Der Absender wurde benachrichtigt.'],
}

export const mailboxesDe: MailboxWords = {
  title: 'Aus Ihrem Postfach',
  lead: 'Newsletter, die schon per E-Mail kommen: Aus jedem Absender wird ein Feed. Nur Sie können sie sehen.',
  addresses: 'An eine eigene Adresse',
  open: 'Newsletter einrichten',
  add: 'Postfach hinzufügen',
  server: 'Mailserver (IMAP)',
  security: 'Verschlüsselung',
  user: 'E-Mail-Adresse oder Benutzername',
  passwordNote: 'Viele Anbieter verlangen hier ein App-Passwort. Es lässt sich im Konto dort erstellen.',
  folder: 'Mailordner',
  senders: 'Nur von (optional)',
  sendersNote:
    'Adressen oder Domains. Leer: alles im Ordner; aus dem Posteingang nur E-Mails, die sich abbestellen lassen.',
  feedFolder: 'Ordner für die Feeds (optional)',
  note: 'Im Postfach wird nichts geändert, gelöscht oder als gelesen markiert.',
  added: (count, shown) =>
    count === 0
      ? 'Postfach hinzugefügt.'
      : count === 1
        ? 'Postfach hinzugefügt, mit 1 Ausgabe.'
        : `Postfach hinzugefügt, mit ${shown} Ausgaben.`,
  changed: 'Postfach geändert.',
  removed: 'Postfach entfernt. Die Feeds bleiben.',
  fetched: (count, shown) =>
    count === 0 ? 'Nichts Neues.' : count === 1 ? '1 neue Ausgabe.' : `${shown} neue Ausgaben.`,
  busy: 'Wird gerade schon abgerufen.',
  fetchNow: 'Jetzt abrufen',
  lastFetched: 'abgerufen',
  notYet: 'noch nicht abgerufen',
  removeSure: 'Ja, entfernen',
  leftOut: (count) => (count === 1 ? '1 E-Mail ausgelassen' : `${number(count)} E-Mails ausgelassen`),
  why: { 'too-large': 'zu groß', unreadable: 'nicht lesbar', 'too-many': 'zu viele Absender' },
  unwanted: 'Ausgelassen, weil Sie ihren Feed entfernt haben',
  takeAgain: 'Wieder aufnehmen',
  untitled: 'Ohne Betreff',
  troubles: {
    login: [
      'Der Mailserver hat Name und Passwort nicht angenommen.',
      'Bitte beides prüfen. Vielleicht ist ein App-Passwort nötig, oder IMAP muss eingeschaltet werden.',
    ],
    folder: ['Diesen Ordner gibt es im Postfach nicht.', 'Bitte einen anderen auswählen.'],
    certificate: [
      'Das Zertifikat des Mailservers ist ungültig.',
      'Bitte den Servernamen prüfen oder beim Anbieter nachfragen.',
    ],
    unencrypted: [
      'Der Mailserver bietet keine Verschlüsselung an.',
      'Bitte TLS auswählen oder beim Anbieter nachfragen.',
    ],
    address: [
      'Dieser Server darf sich dorthin nicht verbinden.',
      'Es ist ein privates Netz oder ein ungewöhnlicher Port. Der Betreiber kann das erlauben.',
    ],
    unreachable: ['Der Mailserver ist nicht erreichbar.', 'Bitte Namen und Verschlüsselung prüfen.'],
    garbled: ['Das ist kein Mailserver, oder er sendet zu viel.', 'Bitte Namen und Verschlüsselung prüfen.'],
    refused: ['Der Mailserver hat abgelehnt.', 'Seine Meldung steht in den Details.'],
  },
  refused: {
    server: 'Das ist kein Servername.',
    senders: 'Bitte Adressen oder Domains angeben, etwa news@example.org oder example.org.',
    'too-many': 'Sie haben 10 Postfächer. Bitte zuerst eines entfernen.',
    'too-often': 'Zu viele Versuche. Bitte einige Minuten warten.',
  },
}

const tooSlow = ['Das dauert zu lange.', 'Bitte einfachere Selektoren verwenden.'] as const

export const pageFeedsDe: PageFeedWords = {
  title: 'Feed aus einer Webseite erstellen',
  lead: 'Für Websites ohne Feed: Die Seite wird regelmäßig auf neue Überschriften geprüft, die dann als Artikel erscheinen.',
  link: 'Feed aus dieser Seite erstellen',
  address: 'URL der Seite mit den Überschriften',
  look: 'Vorschau',
  finds: (count) => `Auf der Seite gefunden: ${count}`,
  shown: (count) => `Die ersten ${count} werden angezeigt.`,
  rule: 'Regel',
  ruleNote: 'Jedes Feld nimmt einen CSS-Selektor auf.',
  fields: {
    items: 'Artikel',
    title: 'Titel',
    link: 'Link',
    date: 'Datum',
    summary: 'Zusammenfassung',
    image: 'Bild',
    author: 'Autor',
  },
  hints: {
    items: 'Was eine Überschrift umgibt, etwa article.teaser',
    title: 'Leer: die Überschrift oder der Linktext',
    link: 'Leer: der Link im Titel oder um ihn herum',
    date: 'Leer: ein time-Element',
    image: 'Leer: das erste Bild',
  },
  again: 'Neue Vorschau',
  name: 'Name des Feeds',
  others: 'Andere Listen auf dieser Seite',
  other: (index) => `Liste ${index}`,
  noPreview: 'Noch kein Feed',
  picture: 'mit Bild',
  madeOf: 'Aus einer Webseite erstellt',
  ofSitemap: 'Aus einer News-Sitemap',
  change: 'Regel bearbeiten',
  kinds: {
    sitemap: 'News-Sitemap',
    page: 'aus der Seite erstellt',
    bridge: 'von der Bridge dieses Servers',
  },
  offers: 'Diese Seite hat keinen Feed, aber das lässt sich stattdessen verwenden.',
  problems: {
    'rule-empty': [
      'Die Regel findet nichts mehr.',
      'Vermutlich hat sich die Website geändert. Bitte die Regel bearbeiten; Ihre Artikel bleiben.',
    ],
    'no-rule': ['Für diese Seite gibt es keine Regel mehr.', 'Bitte den Feed neu erstellen.'],
    'bad-selector': ['Die Regel ist ungültig.', 'Bitte bearbeiten.'],
    'too-much-work': tooSlow,
    'page-too-slow': tooSlow,
    'not-a-sitemap': ['Die Sitemap gibt es nicht mehr.', 'Bitte die Website erneut hinzufügen und sehen, was es gibt.'],
  },
  refused: {
    'rule-empty': [
      'Der Selektor für Artikel findet nichts.',
      'Bitte den Quelltext der Seite prüfen: Was ein Skript ergänzt, ist hier nicht zu sehen.',
    ],
    'rule-untitled': ['Kein Artikel hat sowohl Titel als auch Link.', 'Bitte Selektoren dafür angeben.'],
    'no-list': [
      'Auf dieser Seite wurden keine Überschriften gefunden.',
      'Bitte eine Ressortseite versuchen oder einen Selektor angeben.',
    ],
    'others-read-it': [
      'Jemand anderes hier verwendet für diese Seite eine andere Regel.',
      'Diesen Feed abonnieren oder den Betreiber um eine Änderung bitten.',
    ],
    'no-rsshub': [
      'Das ist eine RSSHub-URL, aber dieser Server hat keinen.',
      'Der Betreiber kann TWOSOURCE_RSSHUB setzen.',
    ],
  },
}

export const source: typeof en.source = {
  ownTextNote: 'Eigener Text: der Anteil der Wörter, die in keinem früheren Artikel vorkommen.',
  hadFirst: 'Zuerst berichtet',
  family: (name) => `Gehört zu ${name}. Medien desselben Eigentümers gelten nicht als unabhängig voneinander.`,
  latest: 'Neueste',
  noSources: 'Noch keine Quellen',
}

export const outlets: Words['outlets'] = {
  find: 'Quelle suchen',
  sorts: {
    health: 'Störungen zuerst',
    name: 'A–Z',
    articles: 'Meiste Artikel',
    own: 'Am meisten eigener Text',
    first: 'Am häufigsten zuerst',
    behind: 'Am schnellsten',
    edits: 'Am häufigsten geändert',
  },
  behind: 'Üblicher Rückstand',
  firstOf: (first, total) => `${number(first)} von ${number(total)}`,
  underAMinute: 'unter einer Minute',
  healths: { fine: 'In Ordnung', failing: 'Gestört' },
  failing: (count) => plural(count, 'Quelle gestört', 'Quellen gestört'),
  noneMatch: 'Keine passende Quelle.',
  tooFew: (what) => `Zu wenige für ein Diagramm: ${what}.`,
  charts: 'Diagramme',
  speed: 'Tempo',
  speedText: (stories, first, median) =>
    `${stories}, davon ${first} zuerst; bei der Hälfte der übrigen Rückstand höchstens ${median}.`,
  allFirst: (stories) => `${stories}: immer zuerst.`,
  behindFirst: 'Nach dem ersten Bericht',
  within: (time) => `bis ${time}`,
  later: 'später',
  ownOverTime: 'Eigener Text im Zeitverlauf',
  ownText: (least, most) => `Anteil eigener Text: ${least} bis ${most}.`,
  versions: (count) => plural(count, 'Fassung', 'Fassungen'),
  copiesFrom: 'Übernimmt von',
  copiedBy: 'Übernommen von',
  quotes: 'Zitiert am häufigsten',
  languages: 'Sprachen',
  sections: 'Ressorts',
  pollsText: (polls, withNew, failed) =>
    `${polls === 1 ? 'Letzter Abruf' : `Letzte ${number(polls)} Abrufe`}: ${number(withNew)} mit Neuem, ${number(failed)} fehlgeschlagen.`,

  compare: {
    title: 'Zwei Medien vergleichen',
    link: 'Vergleichen mit …',
    lead: 'Worüber beide berichtet haben, in Zahlen. Jede Zahl öffnet, was sie zählt. Keine sagt, welches Medium besser ist.',
    first: 'Erstes Medium',
    second: 'Zweites Medium',
    from: 'Erster Tag',
    to: 'Letzter Tag',
    show: 'Vergleichen',
    refused: {
      same: 'Das ist dasselbe Medium. Wählen Sie zwei verschiedene.',
      'no-such-source': 'Eines dieser Medien gibt es hier nicht. Wählen Sie es aus der Liste.',
      reversed: 'Der erste Tag liegt nach dem letzten. Tauschen Sie die beiden.',
      'too-long': 'Das sind mehr als 31 Tage. Wählen Sie einen kürzeren Zeitraum.',
    },
    noChoices: 'Keines Ihrer Medien hat in diesen Tagen etwas veröffentlicht. Wählen Sie andere Tage.',
    noneInCommon: 'In diesen Tagen haben sie keine Story gemeinsam. Wählen Sie andere Tage oder ein anderes Medium.',
    few: (stories) => `Nur ${stories} gemeinsam: Schon eine mehr kann diese Zahlen ändern.`,
    cut: (stories) =>
      `Außer bei Storys nur eines Mediums und bei Korrekturen beziehen sich die Zahlen auf die neuesten ${stories}, die beide haben.`,
    bothStories: (stories) => `${stories} gemeinsam`,
    stories: 'Storys',
    storiesText: (a, onlyA, b, onlyB, both) => `Storys: ${onlyA} nur in ${a}, ${both} in beiden, ${onlyB} nur in ${b}.`,
    firstText: (a, firstA, b, firstB, neither) =>
      `Zuerst: ${a} ${firstA}-mal, ${b} ${firstB}-mal, keines oder unbekannt ${neither}-mal.`,
    ownText: (a, ownA, b, ownB) => `Eigener Text: ${a} ${ownA}, ${b} ${ownB}.`,
    figures: {
      both: { name: 'Gemeinsame Storys', means: 'Beide Medien haben einen Artikel darüber.' },
      'first-unknown': {
        name: 'Keines war zuerst',
        means: 'Sie haben gleichzeitig veröffentlicht, oder die Zeit eines Artikels ist nicht genau genug bekannt.',
      },
      only: { name: 'Storys nur eines Mediums', means: 'Das andere hat keinen Artikel darüber.' },
      first: { name: 'Zuerst berichtet', means: 'Gemeinsame Storys, die es vor dem anderen veröffentlicht hat.' },
      own: {
        name: 'Eigener Text',
        means:
          'In gemeinsamen Storys: der mittlere Anteil der Wörter, die in keinem früheren Bericht und in keiner Agenturmeldung stehen.',
      },
      'left-out': {
        name: 'Nicht enthalten',
        means:
          'In gemeinsamen Storys: Hauptpunkte, die mindestens zwei andere Medien haben. Wir haben den ganzen Text, und nichts darin ähnelt ihnen.',
      },
      corrections: {
        name: 'Korrekturen',
        means:
          'Artikel dieser Tage mit einem eigenen Hinweis, dass etwas falsch oder unklar war oder zurückgezogen wird.',
      },
      said: { name: 'Zitiert am häufigsten', means: 'In gemeinsamen Storys, wenn sicher ist, wer es gesagt hat.' },
      words: {
        name: 'Wörter',
        means:
          'In gemeinsamen Storys: Wörter, die es weit häufiger verwendet als das andere, in mindestens vier Storys. Namen, Zitate und kopierter Text zählen nicht.',
      },
    },
    elsewhere: (count) => `${number(count)} davon auch in anderen Medien`,
    ahead: (time) => `${time} früher`,
    medianAhead: (time) => `typisch: ${time} früher`,
    ownShare: (share) => `${share} eigen`,
    undecided: 'Herkunft offen',
    ofArticles: (articles, undecided) =>
      undecided === 0 ? articles : `${articles}; ${plural(undecided, 'weiterer offen', 'weitere offen')}`,
    ofPoints: (count) => `von ${plural(count, 'Punkt', 'Punkten')}`,
    after: (days) => (days === 0 ? 'am selben Tag' : `${plural(days, 'Tag', 'Tage')} später`),
    medianAfter: (days) => (days === 0 ? 'typisch: am selben Tag' : `typisch: ${plural(days, 'Tag', 'Tage')} später`),
    times: (own, other) => `${number(own)} zu ${number(other)}`,
    noWords: 'Keines fällt auf.',
    noCommonLanguage: 'Sie schreiben nicht in derselben Sprache, oder es gibt keinen Text zum Vergleichen.',
    sideBySide: 'Nebeneinander',
    quotesOf: (speaker) => `Zitate von ${speaker}`,
    nothing: 'Hier ist nichts.',
  },
}

export const troubles: Words['troubles'] = {
  filters: { all: 'Alle', failing: 'Gestört', silent: 'Verstummt' },
  none: { failing: 'Alle Feeds funktionieren.', silent: 'Kein Feed ist verstummt.' },
  lastArticle: 'Letzter Artikel',
  usually: (gap) => `üblicher Abstand: ${gap}`,
  tryAgain: 'Ausgewählte erneut versuchen',
  unsubscribe: 'Ausgewählte abbestellen',
  unsubscribeAll: (count) => (count === 1 ? 'Den einen abbestellen' : `Alle ${number(count)} abbestellen`),
  unsubscribed: (count) => `${plural(count, 'Feed', 'Feeds')} abbestellt.`,
  findAddress: 'Neue Adresse suchen',
  addressTitle: (feed) => `Neue Adresse für ${feed}`,
  addressNote: 'Die Artikel und Ihr Lesestand bleiben.',
  foundOn: (site) => `Auf ${site} gefunden:`,
  noneFound: (site) => `Auf ${site} wurde kein anderer Feed gefunden.`,
  use: 'Verwenden',
  otherAddress: 'Andere Adresse',
  refused: 'Unter dieser Adresse gibt es keinen Feed.',
}

export const embargo: Words['embargo'] = {
  title: 'Sperrfrist',
  label: 'Sperrfrist bis',
  note: 'Bis dahin ist es hier nur für Sie sichtbar, und nichts davon geht per Mail, Nachricht, Export oder geteilter Seite hinaus.',
  imported: 'Danach ist es ein gewöhnlicher Artikel.',
  letters: 'Bis dahin geht nichts aus diesem Newsletter per Mail, Nachricht, Export oder geteilter Seite hinaus.',
  until: (time) => `Gesperrt bis ${time}`,
  change: 'Ändern oder beenden',
  end: 'Sperrfrist beenden',
  past: 'Die Sperrfrist wäre schon vorbei. Wählen Sie einen späteren Zeitpunkt.',
}

export const ownHeaders: Words['ownHeaders'] = {
  title: 'Cookie und Header',
  sentTo: (host) => `Wird nur an ${host} gesendet.`,
  isPrivate: 'Der Feed wird privat: Niemand sonst auf diesem Server sieht ihn.',
  cookie: 'Cookie',
  userAgent: 'User-Agent',
  others: 'Weitere Header',
  othersNote: 'Einer pro Zeile, etwa „Authorization: Bearer 123“.',
  keptNote: (kept) => `Eine Zeile mit ${kept} behält ihren Wert.`,
  remove: 'Entfernen',
  goBack: 'Gemeinsamen Feed verwenden',
  goBackNote:
    'Für diesen Feed wird dann nichts mehr gesendet. Artikel, die nur Ihre Kopie hat, gehen verloren, außer Sie haben sie gespeichert.',
  unread: 'Damit ließ sich der Feed nicht laden',
  tooMany: 'Höchstens 8 weitere Header und insgesamt 8.000 Zeichen.',
  problems: {
    'header-name': (name) => `„${name}“ ist kein gültiger Headername.`,
    'header-refused': (name) => `„${name}“ lässt sich nicht setzen: Das würde die Bedeutung der Anfrage ändern.`,
    'header-value': (name) =>
      `Der Wert von „${name}“ fehlt, ist zu lang oder enthält Zeichen, die in Headern nicht erlaubt sind.`,
    'header-twice': (name) => `„${name}“ kommt zweimal vor.`,
    'header-elsewhere': (name) =>
      `Die URL des Feeds führt von ${name} zu einer anderen Website, die sie nicht erhält. Bitte zuerst die URL ändern.`,
  },
}
