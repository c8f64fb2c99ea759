import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf } from '../test-document.ts'

/** Who is told to have said the words between marks, with how sure that is. */
function speakersOf(language: string, text: string): readonly (string | undefined)[] {
  return quotesOf(documentOf([text], { language }))
    .filter(({ kind, isTopic }) => kind !== 'indirect' && !isTopic)
    .map(({ speaker, confidence }) => speaker && `${confidence < 0.6 ? 'probably ' : ''}${speaker.name}`)
}

describe('words that somebody tells of another', () => {
  for (const [language, text] of [
    ['en', 'Rufus Odell said a guard had hissed at him: “You are dead.”'],
    ['fr', 'Gaspard Lund raconte qu’un collègue lui avait glissé : « Ils vont fermer. »'],
    ['fr', 'Léna Hocquard affirme que le ministre lui a dit : « Signez ou partez. »'],
    ['es', 'Gaspar Lund contó que un colega le había susurrado: «Van a cerrar».'],
    ['de', 'Rufus Odell sagt, ein Wärter habe ihm zugeflüstert: „Du bist tot.“'],
    ['de', 'Lena Hochberg sagt, der Minister habe ihr gesagt: „Unterschreib oder geh.“'],
    ['ar', 'وروى قاسم اللوند أن زميلا همس له: «سيغلقون».'],
  ] as const)
    it(`are not theirs: ${text}`, () => assert.deepEqual(speakersOf(language, text), [undefined]))

  it('are the other’s where that one has a name, and whoever goes on in their own clause is still theirs', () => {
    assert.deepEqual(speakersOf('fr', 'Léna Hocquard raconte que la ville est prête : « Nous ouvrons demain. »'), [
      'Léna Hocquard',
    ])
    assert.deepEqual(speakersOf('en', 'Rufus Odell said the guard had left: “You are wrong.”'), ['Rufus Odell'])
  })
})

describe('words that somebody only passed on', () => {
  for (const [language, text] of [
    ['en', 'Petra Malling reposted a comment saying “Hang them all today.”'],
    ['fr', 'Rachel Orsini a relayé un message disant : « Brûlez tout. »'],
    ['es', 'Raquel Orsini retuiteó un mensaje que decía: «Quémenlo todo».'],
    ['de', 'Petra Malling teilte einen Kommentar: „Hängt sie.“'],
    ['ar', 'وشاركت بترا المليحي تعليقا يقول: «اشنقوهم».'],
  ] as const)
    it(`are not theirs: ${text}`, () => assert.deepEqual(speakersOf(language, text), [undefined]))

  it('are probably theirs where they may be their own', () => {
    for (const [language, text, name] of [
      ['en', 'Petra Malling shared a message on Sunday: “I am home and I am well.”', 'Petra Malling'],
      ['es', 'Petra Mallén compartió un mensaje: «Estoy en casa».', 'Petra Mallén'],
      ['de', 'Der von Gustav Pelzer geteilte Beitrag eines Kontos lautete: „Es reicht.“', 'Gustav Pelzer'],
    ] as const) {
      const [found] = speakersOf(language, text)
      assert.ok(found === undefined || found === `probably ${name}`, `${text} ${found}`)
    }
  })
})

describe('those near somebody', () => {
  for (const [language, text] of [
    ['en', '“We are cooperating,” a lawyer acting for Amina Delacroix said.'],
    ['fr', 'Le porte-parole du préfet Alain Vitcombe a déclaré : « Le préfet regrette ce retard. »'],
    ['es', 'El portavoz del cardenal Ivo Brandón respondió: «Su Eminencia reza».'],
    ['de', 'Das Büro von Richter Konrad Bexheim teilte mit: „Es gibt keinen Termin.“'],
    ['de', 'Das Umfeld von Kardinal Ivo Brandt erklärte: „Seine Eminenz betet.“'],
    ['de', '„Treten Sie zurück?“, rief ein Reporter Dieter Achterberg zu.'],
    ['ar', '«إنه يستريح ومعنوياته عالية»، قالت مديرة أعمال المغني ضياء الفنان.'],
    ['ar', '«لم يحذرنا أحد»، قال جار هدى البرقاوي.'],
    ['ar', 'وقال شاهد عيان لهدى البرقاوي: «اهربي».'],
  ] as const)
    it(`say what they say themselves: ${text}`, () => assert.deepEqual(speakersOf(language, text), [undefined]))
})

describe('a name behind a dash', () => {
  it('signs the quotation that begins its paragraph', () => {
    for (const [language, text, name] of [
      ['fr', '« Fière de nos équipes ce soir. » — Odile Bransard (@obransard) 3 mars 2031', 'Odile Bransard'],
      ['es', '«Me voy feliz.» — Rufo Odena, en Mastodon', 'Rufo Odena'],
      ['de', '„Ich gehe glücklich.“ — Rufus Odell auf Mastodon', 'Rufus Odell'],
    ] as const)
      assert.deepEqual(speakersOf(language, text), [name], text)
  })

  it('signs none that stands in a sentence', () => {
    assert.deepEqual(speakersOf('fr', 'On parle du « grand soir » — Odile Bransard, elle, dort.'), [undefined])
  })
})

it('at no time is never', () => {
  assert.deepEqual(speakersOf('en', 'Contrary to reports, Priya Lonsdale at no time said “I did it myself”.'), [])
})

describe('a name near a verb that has another subject', () => {
  for (const [language, text] of [
    ['en', 'A nurse who worked with Vance Ellery for nine years told the panel he was “a danger to patients”.'],
    ['en', 'According to Theo Marsh, his sister had shouted “get out of my house” at the bailiffs.'],
    ['en', 'While Neil Abbott praised the crews, “the truck never came”, residents on Alder Street said.'],
    ['fr', 'Si le préfet Alain Berthod salue les secours, « aucun camion n’est venu », répètent les habitants.'],
    ['fr', 'Yann Pollier a raconté que son capitaine était sorti en disant « mon genou a lâché ».'],
    ['fr', 'Nadine Colas se souvient de sa mère lui disant : « Ne signe rien. »'],
    ['fr', 'C’est Victor Lemaire, et non Nadine Colas, qui a dit « brûlez tout ce papier ».'],
    ['es', 'Según contó Pilar Osuna a la cadena Sur, su marido le dijo «vete y no mires atrás».'],
    ['es', 'Aunque Iker Zabala celebró el acuerdo, para los trabajadores «es una traición».'],
    ['es', 'Nadia Colmenar recuerda a su madre diciéndole: «No firmes nada».'],
    ['de', 'Während Kommissar Nils Abt die Retter lobte, sprach die Opposition von einem „Totalversagen“.'],
    ['de', 'Nadja Kohl erinnert sich, wie ihre Mutter sagte: „Unterschreib nichts.“'],
    ['de', 'Der Werbespruch der Firma, „Vertrauen Sie uns“, brachte Nadja Kohl zum Lachen.'],
    ['ar', 'وبحسب ثائر المصري فإن شقيقته صرخت في وجه رجال الأمن: «اخرجوا من بيتي».'],
    ['ar', 'وتتذكر نادية القاسم والدتها وهي تقول: «لا توقعي شيئا».'],
    ['ar', 'وقالت ممرضة سابقة إن فادي اللحام «خطر على المرضى».'],
  ] as const)
    it(`does not say it: ${text}`, () => {
      const [found] = speakersOf(language, text)
      assert.ok(found === undefined || found === 'Alder Street', `${found}`)
    })

  it('says it where it stands right before `who`, or before a verb of its own', () => {
    for (const [language, text, name] of [
      [
        'fr',
        'Nadine Colas se tenait aux côtés de Victor Lemaire, qui a déclaré : « Il faut payer. »',
        'Victor Lemaire',
      ],
      ['es', 'Nadia Colmenar estaba junto a Víctor Lemos, quien declaró: «Hay que pagar».', 'Víctor Lemos'],
      ['de', 'Nadja Kohl stand neben Viktor Lemm, der erklärte: „Wir müssen zahlen.“', 'Viktor Lemm'],
    ] as const)
      assert.deepEqual(speakersOf(language, text), [name], text)
    assert.deepEqual(
      speakersOf('es', '«Lo haremos», prometió Saúl Ibarra, y el alcalde, Quino Reyes, apostilló: «Más vale».'),
      ['Saúl Ibarra', 'Quino Reyes'],
    )
  })

  it('is not meant by a pronoun of the other gender', () => {
    const text = 'À la députée Sylvie Grangier, Bruno Lasker a répondu : « Quelques-uns. » « Tous », a-t-elle répliqué.'
    assert.deepEqual(speakersOf('fr', text), ['Bruno Lasker', undefined])
  })

  it('is only probably who said what another tells of them', () => {
    for (const [language, text, name] of [
      ['en', 'Police said Nadia Cole told officers “I did it”.', 'Nadia Cole'],
      ['en', 'According to neighbors, Nadia Cole said “burn it”.', 'Nadia Cole'],
      ['en', 'Nadia Cole had not yet arrived when Viktor Lemm began: “Friends, we have lost.”', 'Nadia Cole'],
      ['fr', 'Selon des témoins, Nadine Colas a hurlé « courez ».', 'Nadine Colas'],
      ['de', 'Minister Felix Arndt verteidigte seine „besondere Vereinbarung“ mit dem Hafen.', 'Felix Arndt'],
    ] as const)
      assert.deepEqual(speakersOf(language, text), [`probably ${name}`], text)
    const [reported] = quotesOf(
      documentOf(['Captain Oskar Brandvold reported a fault in the steering, the owners said.']),
    ).filter(({ speaker }) => speaker)
    assert.ok((reported?.confidence ?? 1) < 0.6)
  })

  it('was told it, in a headline that leaves the verb out', () => {
    const text = ['# Minister Nadia Cole told ‘resign now’', 'The crowd was loud.']
    assert.equal(quotesOf(documentOf(text))[0]?.speaker, undefined)
  })
})

describe('a name behind the one who says it', () => {
  for (const [language, text] of [
    ['fr', '« Dites à Patrick Nollet que l’argent est parti », a dit l’inconnu au téléphone, selon M. Nollet.'],
    ['fr', '« Je me suis accroché au mât », témoigne l’un des deux hommes que la capitaine Leïla Haddad a repêchés.'],
    ['es', '«Dile a Patricio Núñez que se acabó», gritó un hombre desde el coche, según relató el propio Núñez.'],
    ['es', '«Me agarré al mástil», cuenta uno de los dos marineros que rescató la patrona Leila Hadad.'],
    ['de', 'Oberst Armin Rehm habe ihr gegenüber den Angriff als „Fehler“ bezeichnet, sagte Lydia Fahr.'],
    ['de', 'Hätte man Richterin Mira Strobel gefragt, hätte sie wohl geantwortet: „Gesetz ist Gesetz.“'],
    ['fr', 'La juge Odile Vasseur dirait sans doute « la loi est la loi », plaisantent ses greffiers.'],
    ['es', 'La jueza Olga Vázquez diría «la ley es la ley», bromean sus secretarios.'],
    ['de', 'Dank Rosa Ambach, so eine Anwohnerin, „fahren die Busse wieder“.'],
    ['fr', 'Le porte-parole du premier ministre Alain Ferrier a indiqué que rien n’était « gravé dans le marbre ».'],
    ['fr', 'Alain Ferrier se tait. Le porte-parole d’Alain Ferrier a dit : « Non merci. »'],
    ['fr', '« On va signer demain », a confié le maire à son adjointe Nadia Belkacem, qui l’a répété.'],
    ['fr', 'Le fils du notaire Pierre Jolivet a assuré que son père n’avait « jamais touché un centime ».'],
    ['es', 'El hijo del notario Pedro Solís aseguró que su padre «jamás tocó un céntimo».'],
    ['fr', 'Jean Roux, dont la mère a parlé d’« un enfant calme », a été relâché.'],
    ['fr', 'Lucien Garde, que Picasso a qualifié de « bon voisin », est mort.'],
    ['es', 'Curro Leal, a quien su padre enseñó que «el miedo también come», murió el jueves.'],
    ['de', '„Nein danke“, sagte der Wirt gegenüber Eva Lang.'],
    ['ar', 'ولم يرد عمر الزيات على الصحيفة، لكن شقيقه قال: «عمر لن يرحل».'],
    ['ar', 'تعهد رئيس الوزراء طارق العلي بفتح الميناء. ونقل عنه مقربون قوله: «سنفتحه نحن».'],
    ['ar', 'وقال رجل إطفاء كرمته روز عمبر: «اثنا عشر منا».'],
    ['ar', 'وفي رسم كاريكاتوري نشرته الصحيفة، تقول رئيسة الوزراء جوديث كرم: «سأفرض ضريبة على المطر».'],
  ] as const)
    it(`is not theirs: ${text}`, () => assert.deepEqual(speakersOf(language, text).filter(Boolean), []))

  it('is theirs where they are the one who says it, to another or behind a paper', () => {
    assert.deepEqual(speakersOf('fr', '« Oui, demain », a déclaré à l’AFP Marie Dupont.'), ['Marie Dupont'])
    assert.deepEqual(speakersOf('es', 'Habló Luis Roth. «Sí, mañana», dijo a EFE Ana Ruiz.'), ['Ana Ruiz'])
    assert.deepEqual(speakersOf('fr', 'Selon le premier ministre Luc Roux, c’est « fini pour lui ».'), ['Luc Roux'])
    assert.deepEqual(speakersOf('ar', 'غاب الوزير، لكن المدير سامي الحداد قال: «سنعود».'), ['سامي الحداد'])
  })
})
