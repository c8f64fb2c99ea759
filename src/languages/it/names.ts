import type { NameWords } from '../name-words.ts'

/** How Italian writes the names of people. */
export const italianNames: NameWords = {
  capitalized: {
    titles: String.raw`Sig\.|Dott\.|Dr\.?|Prof\.?|Avv\.|Ing\.|On\.|Dottor(?:e|essa)?|Professor(?:e|essa)?|Avvocat[oa]|Ingegner[ea]?|Onorevole|Don|Padre|Madre|Suor|Monsignor(?:e)?|Cardinale|Generale|Colonnello|Capitano|Ministr[oa]|Presidente|Sindac[oa]|Signor[ae]?|Papa`,
    abbreviations: 'Sig|Dott|Avv|Ing|On',
    roles:
      'notaio|medico|giornalista|fornaio|fornaia|panettiere|agricoltore|agricoltrice|pittore|pittrice|poeta|poetessa|musicista|ingegnere|ingegnera|professore|professoressa|professor|insegnante|preside|maestr[oa]|infermier[ea]|pompiere|vigile|poliziotto|poliziotta|carabiniere|attivista|sindacalista|blogger|artista|fotograf[oa]|vittima|indagat[oa]|imputat[oa]|ostaggio|pescatore|marinaio|presidente|ministr[oa]|sindac[oa]|portavoce|segretari[oa]|generale|colonnello|capitano|capo|governatore|governatrice|procuratore|procuratrice|comandante|giudice|direttore|direttrice|deputat[oa]|senatore|senatrice|avvocat[oa]|candidat[oa]|consiglier[ea]|assessor[ea]|re|regina|principe|principessa|attore|attrice|cantante|giocatore|giocatrice|allenatore|allenatrice|prefett[oa]|questore|vescovo|arcivescovo|cardinale|papa|imam|rabbino|cancellier[ea]|ambasciatore|ambasciatrice|scrittore|scrittrice|rapper|calciatore|calciatrice|campione|campionessa|chirurg[oa]|banchiere|miliardari[oa]|commissari[oa]|regista|imprenditore|imprenditrice|signor[ea]?|ricercatore|ricercatrice',
    bodies:
      'Governo|Banca|Croce|Ministero|Partito|Consiglio|Unione|Radio|Agenzia|Università|Istituto|Federazione|Sindacato|Società|Gruppo|Club|Nazionale|Centrale|Rossa|Repubblica|Lega|Corte|Camera|Senato|Comune|Regione|Provincia|Associazione|Fondazione|Televisione|Polizia|Guardia|Carabinieri|Protezione|Casa|Teatro|Museo|Festival|Procura|Tribunale|Questura|Prefettura|Azienda|Ospedale|Commissione|Città|Confindustria|Porto',
    prepositions:
      "di|del|dello|della|dell['’]|dei|degli|delle|d['’]|a|ad|al|allo|alla|all['’]|ai|agli|alle|con|contro|per|da|dal|dallo|dalla|dall['’]|dai|in|nel|nella|su|sul|sulla|verso|senza|e|ed|tra|fra",
    articles: "il|lo|la|i|gli|le|l['’]|un|uno|una|un['’]|suo|sua",
    particles: 'de|da|von|van|al|bin',
    openers:
      'Secondo|Ma|Per|Con|E|Ed|Quando|Il|Lo|La|I|Gli|Le|Un|Uno|Una|Su|Suo|Sua|Questo|Questa|Questi|Queste|Quello|Quella|In|Nel|Nella|Nei|De|Di|Del|Della|A|Al|Alla|Da|Dal|Dalla|Dopo|Prima|Se|Senza|Come|Non|Già|Oggi|Ieri|Così|Anche|Tra|Fra|Lui|Lei|Loro|Si|Ci|Mi|È|Era|Sono|Poi|Infine|Intanto|Inoltre|Invece|Però|Che|Chi|Stando',
    // `l’avvocata che difende X`
    relatives: [{ before: /\p{Ll}[\s,]+che\s[^,.;:«»]*$/u }],
  },
}
