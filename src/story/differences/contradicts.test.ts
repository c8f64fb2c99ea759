import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wordsOf } from '../words.ts'
import { contradicts } from './contradicts.ts'

const turned = (a: string, b: string) => contradicts(wordsOf(a), wordsOf(b))

describe('isTurned', () => {
  it('is true of another number, in digits or words', () => {
    assert.equal(turned('killing seven and injuring 14', 'killing nine and injuring 14'), true)
    assert.equal(turned('killing seven and injuring 14', 'killing 7 and injuring fourteen'), false)
    assert.equal(turned('forty-seven were hurt', '74 were hurt'), true)
    assert.equal(turned('sieben Menschen starben', 'neun Menschen starben'), true)
    assert.equal(turned('قتل ٧ أشخاص', 'قتل 7 أشخاص'), false)
  })

  it('is true of one denial more, in the languages that are read', () => {
    assert.equal(turned('the town would rebuild it', 'the town would not rebuild it'), true)
    assert.equal(turned('la ville reconstruira le pont', 'la ville ne reconstruira pas le pont'), true)
    assert.equal(turned('die Stadt baut die Brücke', 'die Stadt baut die Brücke nicht'), true)
    assert.equal(turned('la ciudad quiere el puente', 'la ciudad nunca quiso el puente'), true)
    assert.equal(turned('المدينة ستبني الجسر', 'المدينة لن تبني الجسر'), true)
  })

  it('is true of an opposite and of a doubt that only one has', () => {
    assert.equal(turned('the court found him guilty', 'the court found him innocent'), true)
    assert.equal(turned('the jury found him guilty of fraud', 'the jury cleared him of fraud'), true)
    assert.equal(turned('the court upheld the ban', 'the court overturned the ban'), true)
    assert.equal(turned('prices rose in spring', 'prices fell in spring'), true)
    assert.equal(turned('the driver may have slept', 'the driver slept'), true)
    for (const [one, other] of [
      ['le tribunal a condamné la maire', 'le tribunal a acquitté la maire'],
      ['die Preise sind gestiegen', 'die Preise sind gefallen'],
      ['el juez condenó al alcalde', 'el juez absolvió al alcalde'],
      ['المحكمة أدانت الوزير', 'المحكمة برأت الوزير'],
    ] as const)
      assert.equal(turned(one, other), true, one)
    assert.equal(turned('it opens in May', 'it will open in the month of May'), false)
  })

  it('is true of what one tells as done and the other as tried, refused or yet to come', () => {
    for (const [one, other] of [
      ['rebels tried to take the harbor on Sunday', 'rebels took the harbor on Sunday'],
      ['the council refused to sell the park', 'the council sold the park'],
      ['the line will reopen in April', 'the line reopened in April'],
      ['the bank is expected to cut its rate on Thursday', 'the bank cut its rate on Thursday'],
      ['the school will be closed in June', 'the school was closed in June'],
      ['le juge a refusé d’entendre le témoin', 'le juge a entendu le témoin'],
      ['la police a tenté de disperser la foule', 'la police a dispersé la foule'],
      ['le conseil doit voter la taxe mardi', 'le conseil a voté la taxe mardi'],
      ['el consejo va a votar la tasa', 'el consejo votó la tasa'],
      ['der Rat weigerte sich den Park zu verkaufen', 'der Rat verkaufte den Park'],
      ['la ciudad quiso cerrar el viejo puente', 'la ciudad cerró el viejo puente'],
      ['los rebeldes trataron de tomar el puerto', 'los rebeldes tomaron el puerto'],
      ['رفضت المحكمة أن تطلق الوزير', 'أطلقت المحكمة الوزير'],
    ] as const) {
      assert.equal(turned(one, other), true, one)
      assert.equal(turned(other, one), true, other)
    }
    assert.equal(turned('the talks will be held on Monday', 'the talks are held on Monday'), false)
    assert.equal(turned('the bank will cut its rate', 'the bank is expected to cut its rate'), false)
    assert.equal(turned('le conseil doit voter la taxe', 'le conseil votera la taxe'), false)
    assert.equal(turned('she refused to comment', 'she declined to comment'), false)
    assert.equal(turned('la ciudad logró cerrar el viejo puente', 'la ciudad cerró el viejo puente'), false)
    assert.equal(turned('the town said it closed the pool', 'the town has closed the pool'), false)
  })

  it('is true of another part, and of one who is charged and one who is convicted', () => {
    assert.equal(turned('all nine sailors were found', 'all but one of nine sailors were found'), true)
    assert.equal(turned('most of the drivers took the offer', 'all the drivers took the offer'), true)
    assert.equal(turned('la plupart des grévistes ont voté', 'tous les grévistes ont voté'), true)
    assert.equal(turned('some 300 drivers took the offer', 'all 300 drivers took the offer'), false)
    assert.equal(turned('it was the most costly storm', 'it was a costly storm for all farmers'), false)
    assert.equal(turned('the trader was charged with fraud', 'the trader was convicted of fraud'), true)
    assert.equal(turned('she had denied taking money', 'she had admitted taking money'), true)
    assert.equal(turned('der Händler ist angeklagt', 'der Händler ist verurteilt'), true)
  })

  it('is true of an outcome in place of its opposite, or of another stage, by whatever words', () => {
    for (const [one, other] of [
      ['the editor was detained by police on Monday', 'the editor was released on bail by police on Monday'],
      ['police arrested the editor', 'police freed the editor'],
      ['gunmen kidnapped two nurses near the border', 'gunmen set free two nurses near the border'],
      ['the trader was arrested over the loan', 'the trader was charged over the loan'],
      ['the airline suspended its flights', 'the airline resumed its flights'],
      ['the union accepted the offer', 'the union turned down the offer'],
      ['deputies passed the bill', 'deputies voted down the bill'],
      ['the bank raised its rate on Thursday', 'the bank cut its rate on Thursday'],
      ['shares fell as oil climbed', 'shares rose as oil climbed'],
      ['fighting in the north of the town', 'fighting in the south of the town'],
      ['la police a interpellé l’avocat', 'la police a relâché l’avocat'],
      ['la compagnie a suspendu ses vols', 'la compagnie a repris ses vols'],
      ['die Geiseln wurden entführt', 'die Geiseln wurden freigelassen'],
      ['la policía detuvo al exministro', 'la policía liberó al exministro'],
      ['اعتُقل الصحفي بأمر من النيابة', 'أُفرج عن الصحفي بأمر من النيابة'],
      ['أعلنت الحكومة فتح المعبر', 'أعلنت الحكومة إغلاق المعبر'],
    ] as const) {
      assert.equal(turned(one, other), true, one)
      assert.equal(turned(other, one), true, other)
    }
    for (const [one, other] of [
      ['shares fell as oil rose', 'shares slid as oil climbed'],
      ['the gunman who wounded three was killed', 'the gunman who injured three was shot'],
      ['the editor was detained and later released', 'the editor was arrested and later freed'],
      ['police released a video of the man detained', 'police released a video of the arrested man'],
      ['deputies passed the bill', 'deputies approved the bill'],
      ['the bill was voted down', 'the bill was rejected'],
    ] as const)
      assert.equal(turned(one, other), false, one)
  })

  it('is true of what one tells as done and the other as yet to come, in verbs of other languages', () => {
    for (const [one, other] of [
      ['der Konzern will sein Werk im Juni schließen', 'der Konzern hat sein Werk im Juni geschlossen'],
      ['der Konzern wird Stellen abbauen, sagte er', 'der Konzern hat Stellen abgebaut, sagte er'],
      ['das Bad muss im Juni geschlossen werden', 'das Bad wurde im Juni geschlossen'],
      ['der Konzern plant, das Werk zu verkaufen', 'der Konzern hat das Werk verkauft'],
      ['le groupe va fermer son usine', 'le groupe a fermé son usine'],
      ['le groupe fermera son usine', 'le groupe a fermé son usine'],
      ['la gare sera ouverte en mai', 'la gare a été ouverte en mai'],
      ['el Gobierno cerrará la frontera', 'el Gobierno cerró la frontera'],
      ['el puente será abierto en mayo', 'el puente fue abierto en mayo'],
      ['ستغلق الحكومة المعبر', 'أغلقت الحكومة المعبر'],
      ['تعتزم الحكومة إغلاق المعبر', 'أغلقت الحكومة المعبر'],
      ['the council decided to sell the park', 'the council sold the park'],
    ] as const) {
      assert.equal(turned(one, other), true, one)
      assert.equal(turned(other, one), true, other)
    }
    for (const [one, other] of [
      ['der Konzern will sein Werk schließen', 'der Konzern wird sein Werk schließen'],
      ['das Werk wird geschlossen', 'das Werk wird im Juni geschlossen'],
      ['le groupe fermera son usine', 'le groupe va fermer son usine'],
      ['la gare sera ouverte', 'la gare doit être ouverte'],
      ['el Gobierno cerrará la frontera', 'el Gobierno va a cerrar la frontera'],
      ['ستغلق الحكومة المعبر', 'تعتزم الحكومة إغلاق المعبر'],
      ['the school will close in June', 'the school will be closed in June'],
    ] as const)
      assert.equal(turned(one, other), false, one)
  })
})
