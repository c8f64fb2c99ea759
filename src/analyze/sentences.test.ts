import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { countReads } from '../../test/count-reads.ts'
import { sentences, splitSentences } from './sentences.ts'
import { documentOf } from './test-document.ts'

const split = (text: string, language?: string): string[] =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it('ends at full stop, question mark and exclamation mark', () => {
    assert.deepEqual(split('It rained. Did it? It did!'), ['It rained.', 'Did it?', 'It did!'])
  })

  it('does not end after a title or an initial', () => {
    assert.deepEqual(split('Mr. Roe met Dr. Poe. They spoke.'), ['Mr. Roe met Dr. Poe.', 'They spoke.'])
    assert.deepEqual(split('Jane A. Roe won. The vote was close.'), ['Jane A. Roe won.', 'The vote was close.'])
  })

  it('ends after an abbreviation only when a new sentence plainly begins', () => {
    assert.deepEqual(split('He works for the U.S. Senate now.'), ['He works for the U.S. Senate now.'])
    assert.deepEqual(split('He lives in the U.S. The Senate is there.'), [
      'He lives in the U.S.',
      'The Senate is there.',
    ])
    assert.deepEqual(split('Roe & Co. said sales rose.'), ['Roe & Co. said sales rose.'])
  })

  it('ends after a.m. and p.m. before a capital that is no day or zone', () => {
    assert.deepEqual(split('It shut at 5 p.m. Travelers waited.'), ['It shut at 5 p.m.', 'Travelers waited.'])
    assert.deepEqual(split('It shut at 5 p.m. Monday and 6 p.m. GMT later.'), [
      'It shut at 5 p.m. Monday and 6 p.m. GMT later.',
    ])
  })

  it('does not end inside numbers, addresses and times', () => {
    assert.deepEqual(split('Prices rose 2.5 per cent at 10.30 on www.example.com today.'), [
      'Prices rose 2.5 per cent at 10.30 on www.example.com today.',
    ])
    assert.deepEqual(split('See No. 10 for more. No. I will not.'), ['See No. 10 for more.', 'No.', 'I will not.'])
  })

  it('gives the closing mark to the sentence it ends', () => {
    assert.deepEqual(split("'We agreed.' They left."), ["'We agreed.'", 'They left.'])
    assert.deepEqual(split('“We agreed.” They left.'), ['“We agreed.”', 'They left.'])
    assert.deepEqual(split('(It was late.) They left.'), ['(It was late.)', 'They left.'])
  })

  it('keeps a question with the clause that reports it', () => {
    assert.deepEqual(split("'Is it true?' asked Ms Roe. 'It is.'"), ["'Is it true?' asked Ms Roe.", "'It is.'"])
  })

  it('cuts where the space after a full stop is missing', () => {
    assert.deepEqual(split('They voted for the plan.The mayor left.'), ['They voted for the plan.', 'The mayor left.'])
    assert.deepEqual(split('Read it on example.Com today.'), ['Read it on example.Com today.'])
  })

  it('goes on after an ellipsis and a small letter', () => {
    assert.deepEqual(split('Well… perhaps. And... yes.'), ['Well… perhaps.', 'And... yes.'])
  })

  it('takes a list number with its item', () => {
    assert.deepEqual(split('1. Foreign aid rose.'), ['1. Foreign aid rose.'])
  })

  it('knows brands that begin small', () => {
    assert.deepEqual(split('Sales fell. iPhone buyers waited.'), ['Sales fell.', 'iPhone buyers waited.'])
  })

  it('takes a pronoun with a small letter for a new sentence, but not the report of a question', () => {
    assert.deepEqual(split('Mind your step! you will fall. we know.'), [
      'Mind your step!',
      'you will fall.',
      'we know.',
    ])
    assert.deepEqual(split('Is it safe now? he asked.'), ['Is it safe now? he asked.'])
  })

  it('reads French, with its spaced marks', () => {
    assert.deepEqual(split('M. Roe a dit : « Nous partons. » Il est parti. Pourquoi ?', 'fr'), [
      'M. Roe a dit : « Nous partons. »',
      'Il est parti.',
      'Pourquoi ?',
    ])
  })

  it('reads Arabic marks', () => {
    assert.deepEqual(split('وصل الوفد اليوم. هل بدأت المحادثات؟ نعم.', 'ar'), [
      'وصل الوفد اليوم.',
      'هل بدأت المحادثات؟',
      'نعم.',
    ])
  })

  it('reads scripts without spaces', () => {
    assert.deepEqual(split('今日は雨です。明日は晴れます。', 'ja'), ['今日は雨です。', '明日は晴れます。'])
    assert.deepEqual(split('今日は雨です。明日は晴れます。', 'not a language'), ['今日は雨です。', '明日は晴れます。'])
    assert.deepEqual(split('「行きます。」と彼は言った。雨だ。', 'ja'), ['「行きます。」と彼は言った。', '雨だ。'])
  })

  it('reads the danda, and leaves Thai whole', () => {
    assert.deepEqual(split('बैठक समाप्त हुई। नतीजा कल आएगा।', 'hi'), ['बैठक समाप्त हुई।', 'नतीजा कल आएगा।'])
    assert.equal(split('ที่ประชุมมีมติ ผลจะประกาศพรุ่งนี้', 'th').length, 1)
  })

  it('takes a German number with a full stop for an ordinal', () => {
    assert.deepEqual(split('Am 3. Mai. Die Wahl endet.', 'de'), ['Am 3. Mai.', 'Die Wahl endet.'])
    assert.deepEqual(split('Er wurde 45. Die Wahl endet.', 'de'), ['Er wurde 45.', 'Die Wahl endet.'])
    assert.deepEqual(split('He came in 3. Nobody cared.'), ['He came in 3.', 'Nobody cared.'])
  })

  it('takes the region off the language', () => {
    assert.deepEqual(split('Il a vu M. Le Goff.', 'fr-CA'), ['Il a vu M. Le Goff.'])
  })

  it('keeps a cry with the name that reports it', () => {
    assert.deepEqual(split('“Run!” Ms Roe shouted. They ran.'), ['“Run!” Ms Roe shouted.', 'They ran.'])
    assert.deepEqual(split('“Run?” The council has asked nobody.'), ['“Run?”', 'The council has asked nobody.'])
  })

  it('tells a clock that opens a sentence from one that ends it', () => {
    assert.deepEqual(split('At 5 p.m. Mr. Roe left at 6 p.m. Mr. Poe stayed.'), [
      'At 5 p.m. Mr. Roe left at 6 p.m.',
      'Mr. Poe stayed.',
    ])
  })

  it('cuts a list that is run together, but not numbers within a sentence', () => {
    assert.deepEqual(split('1) Fill the form 2) Sign it'), ['1) Fill the form', '2) Sign it'])
    assert.deepEqual(split('It would 1) cut the tax and 2) raise the toll.'), [
      'It would 1) cut the tax and 2) raise the toll.',
    ])
  })

  it('joins wrapped lines and cuts at others', () => {
    assert.deepEqual(split('A bridge of \nstone.\nIt held'), ['A bridge of \nstone.', 'It held'])
    assert.deepEqual(split('bread\nmilk'), ['bread', 'milk'])
  })

  it('keeps a reference and a signature with what they belong to', () => {
    assert.deepEqual(split('It is the oldest. (1931)'), ['It is the oldest. (1931)'])
    assert.deepEqual(split('“We won.” — Dana Roe'), ['“We won.” — Dana Roe'])
  })

  it('stays linear on a long block', () => {
    for (const piece of [
      'Mr. Roe said no. ',
      '. ',
      '1. a 2. b ',
      'J. ',
      '“Why?” Jo Poe ',
      'x',
      '今日は雨です。',
      '. . . ',
    ]) {
      const readsFor = (length: number) => {
        const { counted, reads } = countReads(piece.repeat(length / piece.length))
        splitSentences(counted)
        return reads()
      }
      const [some, more] = [readsFor(10_000), readsFor(40_000)]
      const told = `“${piece}”: ${some} letters looked at, and ${more} for four times as many`
      assert.ok(some > 1_000 && more < 5 * some, told)
    }
  })

  it('covers any text but white space, in order, without overlap', () => {
    const piece = fc.constantFrom(
      'Mr. ',
      'Roe',
      ' ',
      '. ',
      '.',
      '? ',
      '"',
      '’ ',
      'U.S. ',
      '1. ',
      'the ',
      'The ',
      '… ',
      '»',
      'é',
      '\n',
      '1) ',
      '2) ',
      'Image: ',
      '。',
      '」',
      '[...] ',
      ' — ',
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, (one) => {
        let last = 0
        for (const { start, end } of splitSentences(one)) {
          assert.ok(start >= last && end > start)
          assert.match(one.slice(last, start), /^\s*$/u)
          last = end
        }
        assert.match(one.slice(last), /^\s*$/u)
      }),
    )
  })
})

describe('sentences', () => {
  it('never crosses a block, so a subhead stays apart', () => {
    const doc = documentOf(['# Broken promises', 'The town wants a bridge. It has none.'])
    const items = sentences.run(doc, {})
    assert.deepEqual(
      items.map(({ span, block, index }) => [doc.text.slice(span.start, span.end), block, index]),
      [
        ['Broken promises', 0, 0],
        ['The town wants a bridge.', 1, 1],
        ['It has none.', 1, 2],
      ],
    )
  })
})

describe('splitSentences in other languages', () => {
  const cases: readonly (readonly [language: string, ...sentences: string[]])[] = [
    ['de', 'Am 3. Mai kam er.', 'Im 19. Jahrhundert war hier z. B. ein Dorf.', 'Er blieb.'],
    ['de', 'Es kostet 3 Mio. Euro.', 'Das sagte Prof. Dr. Roth.', '„Ja.“', '„Nein.“', 'Er ging.'],
    ['de', '»Ja«, so Roth.', '»Wirklich?«', 'Sie lachte.'],
    ['de', 'Er fuhr mit Linie 3.', 'Die Bahn kam.'],
    ['de', 'Zum 3. „Tag der Brücken“ kamen mind. 900 Gäste.', 'Sie kamen von Gleis 3.', '„Schön“, so Roth.'],
    ['de', 'Der Wall stammt aus dem Jahr 40 v. Chr. und hält.', '›Wirklich?‹', 'Ja.'],
    ['fr', '« Il est parti. »', 'M. Roth et J.-P. Morel sont là.', 'Ils restent.'],
    ['fr', '«\u202fIl est parti.\u202f»', 'Elle aussi.'],
    ['fr', '« Vraiment ? »', '« Oui », dit J.-L. Roth.', '«Bien.»', 'Il sort.'],
    ['fr', 'Le pont a ouvert le 3 janv. 2024.', 'Il rouvre le 2 févr. et le 4 déc. prochains.'],
    ['sv', '»Ja.»', '»Nej.»', 'Hon gick.'],
    ['es', 'Viajó a EE. UU. el lunes.', '¿Quién lo vio?', '—¿Y ahora? —preguntó el Sr. Roth.'],
    ['es', 'Habló el Excmo. Sr. Roth.', 'D. Iván y Dn. Blas callan.'],
    ['ar', 'حضر سامي حداد ود. ليلى عون.', 'انتهى اللقاء.'],
    ['ar', 'قال د. سامي حداد ذلك.', 'هل صدق؟', '«نعم».', 'انتهى.'],
  ]
  for (const [language, ...sentences] of cases)
    it(`cuts ${language}: ${sentences.join(' ')}`, () =>
      assert.deepEqual(split(sentences.join(' '), language), sentences))
})
