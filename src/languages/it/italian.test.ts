import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { annotate } from '../../analyze/annotate.ts'
import { supportedLayers } from '../../analyze/supported-layers.ts'
import { documentOf } from '../../analyze/test-document.ts'

/** An invented article, published on a Thursday, 12 March 2026, and what is to be read in it. */
type Article = {
  readonly about: string
  readonly text: readonly string[]
  readonly sentences: number
  /** The first words between marks, and who says them; nobody where the article names nobody. */
  readonly said: readonly (readonly [words: string, speaker?: string])[]
  readonly times: readonly string[]
}

const articles: readonly Article[] = [
  {
    about: 'a bridge',
    text: [
      'Il ponte sul canale di Valdoro riapre lunedì 16 marzo dopo due anni di lavori.',
      '«Abbiamo mantenuto la promessa», ha detto la sindaca Marta Rinaldi davanti a trecento cittadini.',
      'Secondo il dott. Paolo Ferri, ingegnere capo, la struttura è sicura. «I controlli sono finiti martedì», ha aggiunto Ferri.',
    ],
    sentences: 4,
    said: [
      ['Abbiamo mantenuto', 'Marta Rinaldi'],
      ['I controlli', 'Paolo Ferri'],
    ],
    times: ['lunedì 16 marzo = 2026-03-16', 'due anni = P2Y', 'martedì = 2026-03-10'],
  },
  {
    about: 'a strike',
    text: [
      "I lavoratori del porto di Sant'Elmo hanno scioperato mercoledì per otto ore.",
      '«Non ci fermeremo», ha avvertito il segretario del sindacato, Luca Bassi.',
      'La direttrice Elena Conti ha risposto: “Siamo pronti al dialogo”.',
      'Un nuovo incontro è previsto per venerdì alle 15.30.',
    ],
    sentences: 4,
    said: [
      ['Non ci', 'Luca Bassi'],
      ['Siamo pronti', 'Elena Conti'],
    ],
    times: ['mercoledì = 2026-03-11', 'otto ore = PT8H', 'venerdì alle 15.30 = 2026-03-13T15:30'],
  },
  {
    about: 'a trial',
    text: [
      "Il processo contro l'ex assessore è cominciato il 3 febbraio 2026 al tribunale di Montepiano.",
      "«Il mio assistito è innocente», ha dichiarato l'avvocata Giulia Marchetti.",
      '«Lo dimostreremo», ha proseguito Marchetti. «Abbiamo i documenti.»',
      'La sentenza è attesa entro il 30 giugno.',
    ],
    sentences: 5,
    said: [
      ['Il mio', 'Giulia Marchetti'],
      ['Lo dimostreremo', 'Giulia Marchetti'],
      ['Abbiamo i', 'Giulia Marchetti'],
    ],
    times: ['3 febbraio 2026 = 2026-02-03', '30 giugno = 2026-06-30'],
  },
  {
    about: 'the weather',
    text: [
      'Nella notte tra sabato e domenica sono caduti 80 millimetri di pioggia.',
      '«Non ho mai visto nulla di simile», racconta Anna Serra, 62 anni, che vive in via Roma.',
      'Ieri mattina le scuole sono rimaste chiuse. Domani è prevista altra pioggia.',
    ],
    sentences: 4,
    said: [['Non ho', 'Anna Serra']],
    times: ['Nella notte tra sabato e domenica = 2026-03-07TNI', 'Ieri mattina = 2026-03-11TMO', 'Domani = 2026-03-13'],
  },
  {
    about: 'a discovery',
    text: [
      "Due anni fa, nel marzo del 2024, un gruppo dell'Università di Lodano ha scoperto una nuova specie di rana.",
      "«È piccola come un'unghia», spiega il professor Davide Neri, che ha guidato lo studio.",
      'Per Neri, “la foresta nasconde ancora molti segreti”. Lo studio è stato pubblicato la settimana scorsa.',
    ],
    sentences: 4,
    said: [
      ['È piccola', 'Davide Neri'],
      ['la foresta', 'Davide Neri'],
    ],
    times: ['Due anni fa = 2024', 'marzo del 2024 = 2024-03', 'la settimana scorsa = 2026-W10'],
  },
  {
    about: 'a match',
    text: [
      'La Virtus Carrara ha vinto 2-1 domenica sera.',
      "«Partita difficile», ha ammesso l'allenatore Marco Villa. «Ma i ragazzi hanno avuto cuore.»",
      'Il capitano, Stefano Gallo, ha scritto sui social: «Grazie a tutti».',
      'Sabato prossimo la squadra giocherà a Pontenuovo.',
    ],
    sentences: 5,
    said: [
      ['Partita difficile', 'Marco Villa'],
      ['Ma i', 'Marco Villa'],
      ['Grazie a', 'Stefano Gallo'],
    ],
    times: ['domenica sera = 2026-03-08TEV', 'Sabato prossimo = 2026-03-14'],
  },
  {
    about: 'a bank',
    text: [
      'La Banca di Castelverde ha chiuso il 2025 con un utile di 40 milioni.',
      '“I conti sono solidi”, ha spiegato in conferenza stampa la presidente, Sara De Luca.',
      'De Luca ha aggiunto che «il prossimo anno sarà più duro».',
      "L'assemblea si terrà il 28 aprile alle ore 10.",
    ],
    sentences: 4,
    said: [
      ['I conti', 'Sara De Luca'],
      ['il prossimo', 'Sara De Luca'],
    ],
    times: ['il 2025 = 2025', 'il prossimo anno = 2027', '28 aprile alle ore 10 = 2026-04-28T10:00'],
  },
  {
    about: 'a school',
    text: [
      'Dal 2019 la scuola di Borgoforte è senza palestra.',
      '«Aspettiamo da sette anni», dice la preside Laura Monti.',
      '«Mio figlio non ha mai fatto ginnastica», lamenta un padre.',
      'I lavori dovrebbero cominciare a settembre.',
    ],
    sentences: 4,
    said: [['Aspettiamo da', 'Laura Monti'], ['Mio figlio']],
    times: ['Dal 2019 = 2019/..', 'sette anni = P7Y', 'a settembre = 2026-09'],
  },
  {
    about: 'a hospital',
    text: [
      "L'ospedale di Vallescura ha curato 300 pazienti tra il 2 e il 9 marzo.",
      '«Il personale è stanco», ha detto Roberto Sala, primario del reparto. Poi ha aggiunto: «Servono medici».',
      "Il ministro Ivo Testa non ha mai detto: «Chiuderemo l'ospedale».",
    ],
    sentences: 4,
    said: [['Il personale', 'Roberto Sala'], ['Servono medici', 'Roberto Sala'], ['Chiuderemo l']],
    times: ['tra il 2 e il 9 marzo = 2026-03-02/2026-03-09'],
  },
  {
    about: 'a festival',
    text: [
      'Il festival del cinema di Portolago comincia oggi e dura dieci giorni.',
      "«Sarà un'edizione speciale», promette il direttore Nicola Greco.",
      "L'attrice Chiara Fontana, che presenta il suo primo film, ha detto: «Sono emozionata».",
      'Lo scorso anno il festival era stato annullato.',
    ],
    sentences: 4,
    said: [
      ['Sarà un', 'Nicola Greco'],
      ['Sono emozionata', 'Chiara Fontana'],
    ],
    times: ['oggi = 2026-03-12', 'dieci giorni = P10D', 'Lo scorso anno = 2025'],
  },
  {
    about: 'new rules',
    text: [
      "L'1 gennaio 2027 entreranno in vigore le nuove regole sui rifiuti.",
      'Secondo Tommaso Riva, portavoce dei Verdi, «è un passo avanti».',
      '«È poco e tardi», replica invece Federica Costa di Acqua Libera.',
      'Le regole attuali risalgono agli anni Novanta.',
    ],
    sentences: 4,
    said: [
      ['è un', 'Tommaso Riva'],
      ['È poco', 'Federica Costa'],
    ],
    times: ['1 gennaio 2027 = 2027-01-01'],
  },
  {
    about: 'an accident',
    text: [
      'Un treno merci è deragliato giovedì 5 marzo alle 6.45 vicino a Fontebella.',
      '«Ho sentito un boato», ha raccontato alla radio locale Gino Orsi, che abita accanto ai binari.',
      'Nessuno è rimasto ferito, ha confermato la Prefettura. Il traffico riprenderà lunedì.',
    ],
    sentences: 4,
    said: [['Ho sentito', 'Gino Orsi']],
    times: ['giovedì 5 marzo alle 6.45 = 2026-03-05T06:45', 'lunedì = 2026-03-16'],
  },
]

describe('Italian', () => {
  it('is read but for what needs a grammar', () => {
    assert.deepEqual(supportedLayers('it').notRead, ['indirect-speech', 'promises', 'figures'])
  })

  for (const { about, text, sentences, said, times } of articles) {
    const doc = documentOf(text, { language: 'it', publishedAt: '2026-03-12T08:00:00+01:00' })
    const layers = annotate(doc)
    const words = ({ start, end }: { readonly start: number; readonly end: number }) => doc.text.slice(start, end)

    it(`is cut into sentences: ${about}`, () => {
      assert.equal(layers.sentences?.items.length, sentences)
    })

    it(`names who said what: ${about}`, () => {
      const found = (layers.quotes?.items ?? []).map((quote) => {
        const first = words(quote.span).replace(/^[«“"]/u, '')
        const start = said.find(([begin]) => first.startsWith(begin))?.[0] ?? first
        return quote.speaker === undefined || quote.isTopic ? [start] : [start, quote.speaker.name]
      })
      assert.deepEqual(found, said)
    })

    it(`dates what is told: ${about}`, () => {
      const found = (layers.times?.items ?? []).map(
        ({ span, value, until }) => `${words(span)} = ${value}${until === undefined ? '' : `/${until}`}`,
      )
      assert.deepEqual(found, times)
    })
  }
})
